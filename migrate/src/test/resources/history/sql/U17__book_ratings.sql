DROP VIEW book_ratings;
