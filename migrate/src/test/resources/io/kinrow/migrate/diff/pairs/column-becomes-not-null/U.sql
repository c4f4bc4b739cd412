-- Undoes the migration of this version.

-- Change table users
ALTER TABLE users ALTER COLUMN email DROP NOT NULL;
