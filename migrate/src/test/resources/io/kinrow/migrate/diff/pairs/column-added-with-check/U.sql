-- Undoes the migration of this version.
-- Drops, with everything written to it: users.age

-- Change table users
ALTER TABLE users DROP COLUMN age;
