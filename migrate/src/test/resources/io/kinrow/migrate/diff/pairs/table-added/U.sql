-- Undoes the migration of this version.
-- Drops, with everything written to it: posts

-- Drop table posts
DROP TABLE posts;
