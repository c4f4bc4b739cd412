DROP VIEW books_in_print;
ALTER TABLE books DROP COLUMN out_of_print_since;
