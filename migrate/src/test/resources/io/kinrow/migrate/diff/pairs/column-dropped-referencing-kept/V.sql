-- - column posts.user_id
-- - foreign key posts: (user_id) → users (id) ON DELETE CASCADE

-- Change table posts
CREATE TABLE kinrow_parked_posts AS
  SELECT id, user_id FROM posts;
CREATE UNIQUE INDEX kinrow_parked_posts_key ON kinrow_parked_posts (id);
ALTER TABLE posts DROP COLUMN user_id;
