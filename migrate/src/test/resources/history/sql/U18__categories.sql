DROP TABLE book_categories;
DROP TABLE categories;
