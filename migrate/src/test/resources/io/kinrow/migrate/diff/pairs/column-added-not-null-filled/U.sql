-- Undoes the migration of this version.
-- Drops, with everything written to it: posts.language

-- Change table posts
ALTER TABLE posts DROP COLUMN language;
