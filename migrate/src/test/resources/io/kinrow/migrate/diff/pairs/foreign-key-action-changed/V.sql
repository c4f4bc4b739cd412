-- - foreign key posts: (user_id) → users (id) ON DELETE CASCADE
-- + foreign key posts: (user_id) → users (id) ON DELETE RESTRICT

-- Rebuild table posts
CREATE TABLE kinrow_new_posts (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT
);
INSERT INTO kinrow_new_posts (id, body, user_id)
  SELECT id, body, user_id
  FROM posts;
DROP TABLE posts;
ALTER TABLE kinrow_new_posts RENAME TO posts;
