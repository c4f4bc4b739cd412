CREATE TABLE customers (
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  email   TEXT NOT NULL UNIQUE,
  street  TEXT NOT NULL,
  city    TEXT NOT NULL,
  country TEXT NOT NULL DEFAULT 'Norway'
);
