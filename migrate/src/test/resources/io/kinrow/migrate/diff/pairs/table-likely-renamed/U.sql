-- Undoes the migration of this version.
-- Drops, with everything written to it: articles
-- It cannot bring back:
--   the rows of posts

-- New table posts
CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);

-- Drop table articles
DROP TABLE articles;
