CREATE TABLE books_new (
  id          INTEGER PRIMARY KEY,
  isbn        TEXT NOT NULL UNIQUE,
  title       TEXT NOT NULL,
  price_cents INTEGER NOT NULL CHECK (price_cents >= 0)
);
INSERT INTO books_new SELECT id, isbn, title, CAST(round(price * 100) AS INTEGER) FROM books;
DROP TABLE books;
ALTER TABLE books_new RENAME TO books;
