CREATE TABLE customers_old (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL,
  email        TEXT NOT NULL UNIQUE,
  street       TEXT NOT NULL,
  city         TEXT NOT NULL,
  phone        TEXT,
  country_code CHAR(2) NOT NULL REFERENCES countries (code)
);
INSERT INTO customers_old
  SELECT c.id, c.name, c.email, coalesce(a.street, '?'), coalesce(a.city, '?'), c.phone,
         coalesce(a.country_code, 'XX')
  FROM customers c LEFT JOIN addresses a
    ON a.id = (SELECT min(id) FROM addresses WHERE customer_id = c.id);
DROP TABLE addresses;
DROP TABLE customers;
ALTER TABLE customers_old RENAME TO customers;
CREATE INDEX customers_country ON customers (country_code);
