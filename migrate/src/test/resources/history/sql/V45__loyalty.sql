CREATE TABLE loyalty (
  customer_id INTEGER PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
  points      INTEGER NOT NULL DEFAULT 0
);
INSERT INTO loyalty
  SELECT c.id, coalesce(sum(t.total_cents) / 100, 0)
  FROM customers c
  LEFT JOIN orders o ON o.customer_id = c.id
  LEFT JOIN order_totals t ON t.order_id = o.id
  GROUP BY c.id;
