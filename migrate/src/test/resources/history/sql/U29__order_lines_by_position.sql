DROP VIEW order_totals;
DROP TRIGGER order_lines_take_stock;
CREATE TABLE order_lines_old (
  id       INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  book_id  INTEGER NOT NULL REFERENCES books (id),
  quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity > 0)
);
INSERT INTO order_lines_old (order_id, book_id, quantity)
  SELECT order_id, book_id, quantity FROM order_lines ORDER BY order_id, position;
DROP TABLE order_lines;
ALTER TABLE order_lines_old RENAME TO order_lines;
CREATE INDEX order_lines_order ON order_lines (order_id);
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
