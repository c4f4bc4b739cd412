-- Undoes the migration of this version.

-- Renames
ALTER TABLE articles RENAME TO posts;
