-- Undoes the migration of this version.
-- Drops, with everything written to it: users.slug

-- Views and triggers that change or are in the way
DROP TRIGGER users_log;

-- Change table users
ALTER TABLE users DROP COLUMN slug;

-- Triggers
CREATE TRIGGER users_log AFTER UPDATE ON users BEGIN INSERT INTO log VALUES (new.nick); END;
