CREATE TABLE authors (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE books (
  id        INTEGER PRIMARY KEY,
  title     TEXT NOT NULL,
  year      INTEGER,
  author_id INTEGER NOT NULL REFERENCES authors (id)
);

CREATE INDEX books_author_id ON books (author_id);
