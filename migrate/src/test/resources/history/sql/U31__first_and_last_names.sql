DROP TRIGGER customers_touch;
CREATE TABLE customers_old (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  email      TEXT NOT NULL UNIQUE,
  phone      TEXT,
  updated_at TIMESTAMP
);
INSERT INTO customers_old
  SELECT id, rtrim(first_name || ' ' || last_name), email, phone, updated_at FROM customers;
DROP TABLE customers;
ALTER TABLE customers_old RENAME TO customers;
CREATE UNIQUE INDEX customers_email ON customers (lower(email));
CREATE TRIGGER customers_touch AFTER UPDATE OF name, email ON customers
BEGIN
  UPDATE customers SET updated_at = CURRENT_TIMESTAMP WHERE id = NEW.id;
END;
