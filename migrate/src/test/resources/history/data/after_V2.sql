INSERT OR IGNORE INTO books (id, isbn, title, price) VALUES
  (1, '978-0-1', 'Hunger', 12.5), (2, '978-0-2', 'Peer Gynt', 9.99), (3, '978-0-3', 'Emigrants', 20);
