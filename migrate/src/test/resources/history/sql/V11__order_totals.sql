CREATE VIEW order_totals AS
  SELECT l.order_id, sum(l.quantity * b.price_cents) AS total_cents
  FROM order_lines l JOIN books b ON b.id = l.book_id
  GROUP BY l.order_id;
