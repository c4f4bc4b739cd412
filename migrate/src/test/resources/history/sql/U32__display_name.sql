DROP INDEX customers_display_name;
ALTER TABLE customers DROP COLUMN display_name;
