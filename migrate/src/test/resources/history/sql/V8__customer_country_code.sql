-- the country becomes a reference: SQLite can only do that by building the table anew
CREATE TABLE customers_new (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL,
  email        TEXT NOT NULL UNIQUE,
  street       TEXT NOT NULL,
  city         TEXT NOT NULL,
  phone        TEXT,
  country_code CHAR(2) NOT NULL REFERENCES countries (code)
);
INSERT INTO customers_new
  SELECT id, name, email, street, city, phone,
         coalesce((SELECT code FROM countries c WHERE c.name = customers.country), 'XX')
  FROM customers;
DROP TABLE customers;
ALTER TABLE customers_new RENAME TO customers;
CREATE INDEX customers_country ON customers (country_code);
