CREATE TABLE settings (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
);
INSERT INTO settings VALUES ('shop', '{"name": "Nordic Books; since 2017", "vat": 25}');
