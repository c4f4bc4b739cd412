-- Undoes the migration of this version.
-- Drops, with everything written to it: users.handle

-- Change table users
ALTER TABLE users DROP COLUMN handle;
