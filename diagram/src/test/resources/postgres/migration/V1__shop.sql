CREATE EXTENSION IF NOT EXISTS citext;
CREATE TYPE status AS ENUM ('open', 'paid');
CREATE TABLE customers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email citext NOT NULL UNIQUE,
  tags text[] NOT NULL DEFAULT '{}'
);
CREATE SCHEMA sales;
CREATE TYPE sales.kind AS ENUM ('web');
CREATE TABLE sales.orders (
  customer_id bigint NOT NULL REFERENCES customers ON DELETE CASCADE,
  number int NOT NULL,
  status status NOT NULL DEFAULT 'open',
  kind sales.kind,
  total numeric(12, 2) NOT NULL,
  gross numeric(12, 2) GENERATED ALWAYS AS (total * 1.2) STORED,
  PRIMARY KEY (customer_id, number)
);
