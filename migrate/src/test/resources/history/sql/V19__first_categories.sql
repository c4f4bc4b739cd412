INSERT INTO categories (id, parent_id, name) VALUES
  (1, NULL, 'Fiction'), (2, 1, 'Novels'), (3, 1, 'Drama'), (4, NULL, 'Non-fiction');
INSERT INTO book_categories SELECT id, 1 FROM books;
