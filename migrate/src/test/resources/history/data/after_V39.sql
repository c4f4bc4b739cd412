INSERT OR IGNORE INTO shipments (id, order_id, sent_to) VALUES (1, 1, 1);
