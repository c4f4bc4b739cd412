CREATE VIEW book_ratings AS
  SELECT book_id, avg(stars) AS rating, count(*) AS reviews FROM reviews GROUP BY book_id;
