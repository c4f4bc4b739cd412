INSERT OR IGNORE INTO wishlists (id, customer_id) VALUES (1, 3);
INSERT OR IGNORE INTO wishlist_books VALUES (1, 1), (1, 2);
