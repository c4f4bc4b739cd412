CREATE TABLE sales."Order Lines" (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  customer_id bigint,
  order_number int,
  placed timestamp(3) with time zone,
  CONSTRAINT "of order" FOREIGN KEY (customer_id, order_number) REFERENCES sales.orders (customer_id, number) ON UPDATE CASCADE
);
CREATE UNIQUE INDEX ON sales."Order Lines" (placed) WHERE placed IS NOT NULL;
CREATE TABLE events (at date NOT NULL, customer_id bigint REFERENCES customers) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE VIEW open_orders AS SELECT number, total FROM sales.orders WHERE status = 'open';
CREATE MATERIALIZED VIEW sales.totals AS SELECT customer_id, sum(total) AS total FROM sales.orders GROUP BY customer_id;
ALTER TABLE customers ADD COLUMN referred_by bigint UNIQUE REFERENCES customers ON DELETE SET NULL;
