-- Undoes the migration of this version.
-- Drops, with everything written to it: posts.reply_to

-- Change table posts
ALTER TABLE posts DROP COLUMN reply_to;
