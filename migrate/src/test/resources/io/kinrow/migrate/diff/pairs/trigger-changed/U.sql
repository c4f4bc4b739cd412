-- Undoes the migration of this version.

-- Views and triggers that change or are in the way
DROP TRIGGER t;

-- Triggers
CREATE TRIGGER t AFTER INSERT ON users BEGIN SELECT 1; END;
