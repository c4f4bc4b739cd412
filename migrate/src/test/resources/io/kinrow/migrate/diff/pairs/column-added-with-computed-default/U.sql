-- Undoes the migration of this version.
-- Drops, with everything written to it: users.created_at

-- Change table users
ALTER TABLE users DROP COLUMN created_at;
