-- Undoes the migration of this version.
-- Drops with what was written to it: posts

-- Drop table posts
DROP TABLE posts;
