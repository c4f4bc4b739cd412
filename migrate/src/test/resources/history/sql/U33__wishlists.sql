DROP TABLE wishlist_books;
DROP TABLE wishlists;
