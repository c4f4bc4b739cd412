INSERT OR IGNORE INTO employees VALUES (1, 'Boss', NULL), (2, 'Clerk', 1);
