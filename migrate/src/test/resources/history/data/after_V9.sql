INSERT OR IGNORE INTO customers (id, name, email) VALUES (4, 'Eva Dahl', 'eva@example.org');
INSERT OR IGNORE INTO addresses VALUES (4, 4, 'Lillgatan 4', 'Malmo', 'SE');
