CREATE TABLE wishlists (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  title       TEXT NOT NULL DEFAULT 'My wishes'
);
CREATE TABLE wishlist_books (
  wishlist_id INTEGER NOT NULL REFERENCES wishlists (id) ON DELETE CASCADE,
  book_id     INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
  PRIMARY KEY (wishlist_id, book_id)
);
