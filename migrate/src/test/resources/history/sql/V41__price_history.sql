CREATE TABLE book_prices (
  book_id INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
  since   TIMESTAMP NOT NULL,
  cents   INTEGER NOT NULL,
  PRIMARY KEY (book_id, since)
);
INSERT INTO book_prices SELECT id, '2019-01-01 00:00:00', price_cents FROM books;
