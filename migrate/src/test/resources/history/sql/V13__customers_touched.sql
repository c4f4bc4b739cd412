ALTER TABLE customers ADD COLUMN updated_at TIMESTAMP;
CREATE TRIGGER customers_touch AFTER UPDATE OF name, email ON customers
BEGIN
  UPDATE customers SET updated_at = CURRENT_TIMESTAMP WHERE id = NEW.id;
END;
