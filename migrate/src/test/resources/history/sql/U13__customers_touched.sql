DROP TRIGGER customers_touch;
ALTER TABLE customers DROP COLUMN updated_at;
