CREATE TABLE orders (id INTEGER PRIMARY KEY, placed DATE NOT NULL, total NUMERIC(10, 2) NOT NULL);
CREATE TABLE lines (order_id INTEGER NOT NULL REFERENCES orders (id), place INTEGER NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY (order_id, place)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(body);
CREATE VIEW totals AS SELECT placed, sum(total) AS total FROM orders GROUP BY placed;
CREATE VIEW large_orders (order_number, total) AS SELECT id, total FROM orders WHERE total > 1000;
