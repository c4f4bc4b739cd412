-- ~ trigger t: its definition

-- Views and triggers that change or are in the way
DROP TRIGGER t;

-- Triggers
CREATE TRIGGER t AFTER UPDATE OF email ON users WHEN new.email = '' BEGIN SELECT 1; END;
