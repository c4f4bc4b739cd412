INSERT OR IGNORE INTO reviews VALUES (1, 1, 1, 5, 'Great; really'), (2, 2, 1, 3, NULL);
