-- Undoes the migration of this version.

-- Rebuild table posts
CREATE TABLE kinrow_new_posts (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  user_id INTEGER NOT NULL
);
INSERT INTO kinrow_new_posts (id, body, user_id)
  SELECT id, body, user_id
  FROM posts;
DROP TABLE posts;
ALTER TABLE kinrow_new_posts RENAME TO posts;
