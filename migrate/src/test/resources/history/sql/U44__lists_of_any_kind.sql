ALTER TABLE lists DROP COLUMN kind;
ALTER TABLE list_books RENAME COLUMN list_id TO wishlist_id;
ALTER TABLE list_books RENAME TO wishlist_books;
ALTER TABLE lists RENAME TO wishlists;
