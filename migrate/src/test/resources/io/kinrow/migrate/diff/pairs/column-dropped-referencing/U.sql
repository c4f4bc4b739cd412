-- Undoes the migration of this version.
-- It cannot bring back:
--   the values of posts.user_id

-- Change table posts
ALTER TABLE posts ADD COLUMN user_id INTEGER REFERENCES users (id) ON DELETE CASCADE;
UPDATE posts SET user_id = (SELECT min(id) FROM users);
ALTER TABLE posts ALTER COLUMN user_id SET NOT NULL;
