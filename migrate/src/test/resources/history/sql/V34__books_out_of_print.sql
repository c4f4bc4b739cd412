ALTER TABLE books ADD COLUMN out_of_print_since DATE;
CREATE VIEW books_in_print AS SELECT * FROM books WHERE out_of_print_since IS NULL;
