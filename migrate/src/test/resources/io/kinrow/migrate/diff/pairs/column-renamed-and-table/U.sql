-- Undoes the migration of this version.

-- Renames
ALTER TABLE members RENAME TO users;
ALTER TABLE users RENAME COLUMN nickname TO nick;
