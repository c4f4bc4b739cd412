-- Undoes the migration of this version.

-- Change table posts
ALTER TABLE posts ADD COLUMN user_id INTEGER REFERENCES users (id) ON DELETE CASCADE;
UPDATE posts SET user_id = coalesce((SELECT kinrow_parked_posts.user_id FROM kinrow_parked_posts WHERE kinrow_parked_posts.id = posts.id), (SELECT min(id) FROM users));
ALTER TABLE posts ALTER COLUMN user_id SET NOT NULL;
DROP TABLE kinrow_parked_posts;
