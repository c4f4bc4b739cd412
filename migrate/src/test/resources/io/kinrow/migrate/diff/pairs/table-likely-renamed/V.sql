-- - table posts
-- + table articles
-- Its undo cannot bring back:
--   the rows of posts

-- New table articles
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);

-- Drop table posts
DROP TABLE posts;
