-- Undoes the migration of this version.
-- Drops, with everything written to it: users.about

-- Change table users
ALTER TABLE users DROP COLUMN about;
