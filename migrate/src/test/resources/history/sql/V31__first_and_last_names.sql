DROP TRIGGER customers_touch;
CREATE TABLE customers_new (
  id         INTEGER PRIMARY KEY,
  first_name TEXT NOT NULL,
  last_name  TEXT NOT NULL,
  email      TEXT NOT NULL UNIQUE,
  phone      TEXT,
  updated_at TIMESTAMP
);
INSERT INTO customers_new
  SELECT id, substr(name, 1, instr(name || ' ', ' ') - 1), substr(name, instr(name || ' ', ' ') + 1),
         email, phone, updated_at
  FROM customers;
DROP TABLE customers;
ALTER TABLE customers_new RENAME TO customers;
CREATE UNIQUE INDEX customers_email ON customers (lower(email));
CREATE TRIGGER customers_touch AFTER UPDATE OF first_name, last_name, email ON customers
BEGIN
  UPDATE customers SET updated_at = CURRENT_TIMESTAMP WHERE id = NEW.id;
END;
