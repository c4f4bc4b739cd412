-- Undoes the migration of this version.
-- Drops with what was written to it: users.handle

-- Change table users
ALTER TABLE users DROP COLUMN handle;
