CREATE TABLE books (
  id    INTEGER PRIMARY KEY,
  isbn  TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  price REAL NOT NULL CHECK (price >= 0)
);
