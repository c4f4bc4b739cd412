CREATE TABLE books_old (
  id    INTEGER PRIMARY KEY,
  isbn  TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  price REAL NOT NULL CHECK (price >= 0)
);
INSERT INTO books_old SELECT id, isbn, title, price_cents / 100.0 FROM books;
DROP TABLE books;
ALTER TABLE books_old RENAME TO books;
