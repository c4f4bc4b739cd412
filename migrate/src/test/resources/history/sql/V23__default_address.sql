ALTER TABLE addresses ADD COLUMN is_default BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE addresses SET is_default = TRUE
  WHERE id IN (SELECT min(id) FROM addresses GROUP BY customer_id);
CREATE UNIQUE INDEX addresses_default ON addresses (customer_id) WHERE is_default;
