-- Undoes the migration of this version.
-- Drops, with everything written to it: users.active

-- Change table users
ALTER TABLE users DROP COLUMN active;
