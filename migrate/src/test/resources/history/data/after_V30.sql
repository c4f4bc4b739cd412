INSERT OR IGNORE INTO discounts VALUES (1, 'SPRING', 10);
UPDATE orders SET discount_id = 1 WHERE id = 2;
