CREATE TABLE payments_old (
  id       INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL UNIQUE REFERENCES orders (id) ON DELETE CASCADE,
  method   TEXT NOT NULL DEFAULT 'card',
  cents    INTEGER NOT NULL
);
INSERT INTO payments_old
  SELECT p.id, p.order_id, m.name, p.cents FROM payments p JOIN payment_methods m ON m.id = p.method_id;
DROP TABLE payments;
DROP TABLE payment_methods;
ALTER TABLE payments_old RENAME TO payments;
