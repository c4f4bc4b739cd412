-- - column posts.user_id
-- - foreign key posts: (user_id) → users (id) ON DELETE CASCADE
-- Its undo cannot bring back:
--   the values of posts.user_id

-- Change table posts
ALTER TABLE posts DROP COLUMN user_id;
