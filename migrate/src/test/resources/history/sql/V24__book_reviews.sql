ALTER TABLE reviews RENAME TO book_reviews;
DROP INDEX reviews_book;
CREATE INDEX book_reviews_book ON book_reviews (book_id);
