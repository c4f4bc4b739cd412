-- Undoes the migration of this version.

-- Views and triggers that change or are in the way
DROP VIEW b;
DROP VIEW a;

-- Views
CREATE VIEW a AS SELECT nick FROM users;
CREATE VIEW b AS SELECT * FROM a;
