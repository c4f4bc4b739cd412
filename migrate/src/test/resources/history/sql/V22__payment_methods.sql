CREATE TABLE payment_methods (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
INSERT INTO payment_methods (name) VALUES ('card'), ('invoice'), ('cash');
CREATE TABLE payments_new (
  id        INTEGER PRIMARY KEY,
  order_id  INTEGER NOT NULL UNIQUE REFERENCES orders (id) ON DELETE CASCADE,
  method_id INTEGER NOT NULL REFERENCES payment_methods (id),
  cents     INTEGER NOT NULL
);
INSERT INTO payments_new
  SELECT p.id, p.order_id, m.id, p.cents FROM payments p JOIN payment_methods m ON m.name = p.method;
DROP TABLE payments;
ALTER TABLE payments_new RENAME TO payments;
