-- ~ view a: its query

-- Views and triggers that change or are in the way
DROP VIEW b;
DROP VIEW a;

-- Views
CREATE VIEW a AS SELECT nick, id FROM users;
CREATE VIEW b AS SELECT * FROM a;
