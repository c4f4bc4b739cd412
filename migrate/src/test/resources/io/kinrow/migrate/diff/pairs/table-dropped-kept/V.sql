-- - table posts

-- Drop table posts
CREATE TABLE kinrow_parked_posts AS
  SELECT id, body, user_id FROM posts;
DROP TABLE posts;
