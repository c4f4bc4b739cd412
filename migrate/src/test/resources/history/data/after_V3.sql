INSERT OR IGNORE INTO authors VALUES (1, 'Knut Hamsun'), (2, 'Henrik Ibsen'), (3, 'Vilhelm Moberg');
INSERT OR IGNORE INTO book_authors VALUES (1, 1), (2, 2), (3, 3);
