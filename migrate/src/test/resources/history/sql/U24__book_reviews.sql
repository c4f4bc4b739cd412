DROP INDEX book_reviews_book;
ALTER TABLE book_reviews RENAME TO reviews;
CREATE INDEX reviews_book ON reviews (book_id);
