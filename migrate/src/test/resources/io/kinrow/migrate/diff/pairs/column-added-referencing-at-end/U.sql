-- Undoes the migration of this version.
-- Drops, with everything written to it: posts.editor_id

-- Change table posts
ALTER TABLE posts DROP COLUMN editor_id;
