CREATE TABLE reviews (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  book_id     INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
  stars       INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
  text        TEXT,
  UNIQUE (customer_id, book_id)
);
CREATE INDEX reviews_book ON reviews (book_id);
