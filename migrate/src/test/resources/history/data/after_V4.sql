INSERT OR IGNORE INTO orders (id, customer_id) VALUES (1, 1), (2, 1), (3, 2);
INSERT OR IGNORE INTO order_lines (id, order_id, book_id, quantity)
  VALUES (1, 1, 1, 2), (2, 1, 2, 1), (3, 2, 3, 1), (4, 3, 1, 5);
