ALTER TABLE orders RENAME COLUMN placed_at TO placed_on;
