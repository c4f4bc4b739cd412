-- Undoes the migration of this version.

-- Renames
ALTER TABLE users RENAME COLUMN nickname TO nick;
