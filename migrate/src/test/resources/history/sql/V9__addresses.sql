CREATE TABLE addresses (
  id           INTEGER PRIMARY KEY,
  customer_id  INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  street       TEXT NOT NULL,
  city         TEXT NOT NULL,
  country_code CHAR(2) NOT NULL REFERENCES countries (code)
);
INSERT INTO addresses (id, customer_id, street, city, country_code)
  SELECT id, id, street, city, country_code FROM customers;
CREATE INDEX addresses_customer ON addresses (customer_id);

DROP INDEX customers_country;
CREATE TABLE customers_new (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  phone TEXT
);
INSERT INTO customers_new SELECT id, name, email, phone FROM customers;
DROP TABLE customers;
ALTER TABLE customers_new RENAME TO customers;
