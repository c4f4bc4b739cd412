CREATE TABLE customers_old (
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  email   TEXT NOT NULL UNIQUE,
  street  TEXT NOT NULL,
  city    TEXT NOT NULL,
  country TEXT NOT NULL DEFAULT 'Norway',
  phone   TEXT
);
INSERT INTO customers_old
  SELECT u.id, u.name, u.email, u.street, u.city, c.name, u.phone
  FROM customers u JOIN countries c ON c.code = u.country_code;
DROP TABLE customers;
ALTER TABLE customers_old RENAME TO customers;
