DROP INDEX books_publisher;
ALTER TABLE books DROP COLUMN publisher_id;
DROP TABLE publishers;
