-- Undoes the migration of this version.
-- the undo fails if kept values of posts.user_id reference rows of users that no longer exist, and names the rows

-- New table posts
CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
INSERT INTO posts (id, body, user_id)
  SELECT id, body, user_id FROM kinrow_parked_posts;
DROP TABLE kinrow_parked_posts;
