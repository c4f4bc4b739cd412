CREATE VIRTUAL TABLE book_search USING fts5(title, content='books', content_rowid='id');
INSERT INTO book_search (rowid, title) SELECT id, title FROM books;
CREATE TRIGGER books_searchable AFTER INSERT ON books
BEGIN
  INSERT INTO book_search (rowid, title) VALUES (NEW.id, NEW.title);
END;
CREATE TRIGGER books_unsearchable AFTER DELETE ON books
BEGIN
  INSERT INTO book_search (book_search, rowid, title) VALUES ('delete', OLD.id, OLD.title);
END;
