DROP VIEW order_totals;
CREATE VIEW order_totals AS
  SELECT o.id AS order_id,
         sum(l.quantity * b.price_cents) * (100 - coalesce(d.percent, 0)) / 100 AS total_cents
  FROM orders o
  JOIN order_lines l ON l.order_id = o.id
  JOIN books b ON b.id = l.book_id
  LEFT JOIN discounts d ON d.id = o.discount_id
  GROUP BY o.id;
