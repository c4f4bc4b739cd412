DELETE FROM book_categories;
DELETE FROM categories;
