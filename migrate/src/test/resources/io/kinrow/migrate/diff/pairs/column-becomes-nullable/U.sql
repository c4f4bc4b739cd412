-- Undoes the migration of this version.
-- this undo fails if rows of users have no nick: give them a value first

-- Change table users
ALTER TABLE users ALTER COLUMN nick SET NOT NULL;
