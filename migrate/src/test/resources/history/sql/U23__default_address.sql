DROP INDEX addresses_default;
ALTER TABLE addresses DROP COLUMN is_default;
