ALTER TABLE wishlists RENAME TO lists;
ALTER TABLE wishlist_books RENAME TO list_books;
ALTER TABLE list_books RENAME COLUMN wishlist_id TO list_id;
ALTER TABLE lists ADD COLUMN kind TEXT NOT NULL DEFAULT 'wishes';
