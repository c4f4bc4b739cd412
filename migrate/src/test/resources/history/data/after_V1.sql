INSERT OR IGNORE INTO customers (id, name, email, street, city, country) VALUES
  (1, 'Susan Berg', 'Susan@example.org', 'Storgata 1', 'Oslo', 'Norway'),
  (2, 'John Lind', 'john@example.org', 'Havnegade 2', 'Odense', 'Denmark'),
  (3, 'Ann Holm', 'ann@example.org', 'Torget 3', 'Bergen', 'Norway');
