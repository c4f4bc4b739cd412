ALTER TABLE orders RENAME COLUMN placed_on TO placed_at;
