-- Undoes the migration of this version.
-- the undo fails if kept values of posts.user_id reference rows of users that no longer exist, and names the rows

-- The rows of posts that are still the ones whose values are kept
DELETE FROM kinrow_parked_posts
  WHERE NOT (SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'
    AND tbl_name = 'posts' COLLATE NOCASE AND name IN ('kinrow_parked_posts_insert', 'kinrow_parked_posts_delete', 'kinrow_parked_posts_update')) = 3
  AND NOT EXISTS (SELECT 1 FROM posts WHERE kinrow_parked_posts.id = posts.id
    AND kinrow_parked_posts.kinrow_was_body IS posts.body);
SELECT count(*) AS "rows of posts that get nothing of what was kept"
  FROM posts WHERE NOT EXISTS (SELECT 1 FROM kinrow_parked_posts WHERE kinrow_parked_posts.id = posts.id);
DROP TRIGGER IF EXISTS kinrow_parked_posts_insert;
DROP TRIGGER IF EXISTS kinrow_parked_posts_delete;
DROP TRIGGER IF EXISTS kinrow_parked_posts_update;

-- Change table posts
ALTER TABLE posts ADD COLUMN user_id INTEGER REFERENCES users (id) ON DELETE CASCADE;
UPDATE posts SET user_id = CASE WHEN EXISTS (SELECT 1 FROM kinrow_parked_posts WHERE kinrow_parked_posts.id = posts.id)
    THEN (SELECT kinrow_parked_posts.user_id FROM kinrow_parked_posts WHERE kinrow_parked_posts.id = posts.id) ELSE (SELECT min(id) FROM users) END;
ALTER TABLE posts ALTER COLUMN user_id SET NOT NULL;
DROP TABLE kinrow_parked_posts;
