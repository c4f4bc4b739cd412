-- a view and a trigger look at the table: they go first and come back last
DROP VIEW order_totals;
DROP TRIGGER order_lines_take_stock;
CREATE TABLE order_lines_new (
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  book_id  INTEGER NOT NULL REFERENCES books (id),
  quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity > 0),
  PRIMARY KEY (order_id, position)
) WITHOUT ROWID;
INSERT INTO order_lines_new
  SELECT order_id, row_number() OVER (PARTITION BY order_id ORDER BY id), book_id, quantity
  FROM order_lines;
DROP TABLE order_lines;
ALTER TABLE order_lines_new RENAME TO order_lines;
CREATE INDEX order_lines_book ON order_lines (book_id);
CREATE TRIGGER order_lines_take_stock AFTER INSERT ON order_lines
BEGIN
  UPDATE stock
     SET quantity = CASE WHEN quantity >= NEW.quantity THEN quantity - NEW.quantity ELSE 0 END
   WHERE book_id = NEW.book_id;
END;
CREATE VIEW order_totals AS
  SELECT l.order_id, sum(l.quantity * b.price_cents) AS total_cents
  FROM order_lines l JOIN books b ON b.id = l.book_id
  GROUP BY l.order_id;
