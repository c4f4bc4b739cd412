-- - table posts

-- Drop table posts
CREATE TABLE kinrow_parked_posts (
  id INTEGER,
  body TEXT,
  user_id INTEGER
);
INSERT INTO kinrow_parked_posts (id, body, user_id)
  SELECT id, body, user_id FROM posts;
DROP TABLE posts;
