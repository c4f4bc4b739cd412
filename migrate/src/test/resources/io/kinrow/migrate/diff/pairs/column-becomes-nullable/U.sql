-- Undoes the migration of this version.
-- this undo fails while rows of users have no nick: give them one before

-- Change table users
ALTER TABLE users ALTER COLUMN nick SET NOT NULL;
