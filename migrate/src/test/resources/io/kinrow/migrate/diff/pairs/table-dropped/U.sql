-- Undoes the migration of this version.
-- It cannot bring back:
--   the rows of posts

-- New table posts
CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
