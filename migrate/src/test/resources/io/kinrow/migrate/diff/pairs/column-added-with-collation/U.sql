-- Undoes the migration of this version.
-- Drops, with everything written to it: users.city

-- Change table users
ALTER TABLE users DROP COLUMN city;
