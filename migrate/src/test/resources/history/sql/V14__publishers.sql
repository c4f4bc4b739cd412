CREATE TABLE publishers (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
ALTER TABLE books ADD COLUMN publisher_id INTEGER REFERENCES publishers (id) ON DELETE SET NULL;
CREATE INDEX books_publisher ON books (publisher_id);
