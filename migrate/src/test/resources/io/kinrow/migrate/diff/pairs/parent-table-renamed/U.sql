-- Undoes the migration of this version.

-- Renames
ALTER TABLE members RENAME TO users;
