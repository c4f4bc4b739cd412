CREATE TABLE shipments (
  id               INTEGER PRIMARY KEY,
  order_id         INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  sent_to          INTEGER NOT NULL REFERENCES addresses (id),
  returned_to      INTEGER REFERENCES addresses (id),
  sent_at          TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX shipments_order ON shipments (order_id);
