DROP TRIGGER books_unsearchable;
DROP TRIGGER books_searchable;
DROP TABLE book_search;
