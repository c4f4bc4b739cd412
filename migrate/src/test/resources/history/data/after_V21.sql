INSERT OR IGNORE INTO payments (id, order_id, method, cents) VALUES (1, 1, 'card', 3499), (2, 3, 'invoice', 6250);
