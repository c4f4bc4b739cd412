-- Undoes the migration of this version.
-- Drops with what was written to it: posts.language

-- Change table posts
ALTER TABLE posts DROP COLUMN language;
