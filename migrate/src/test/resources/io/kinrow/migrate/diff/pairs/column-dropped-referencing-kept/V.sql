-- - column posts.user_id
-- - foreign key posts: (user_id) → users (id) ON DELETE CASCADE
-- posts.user_id is kept in kinrow_parked_posts until the undo: rows of posts that are deleted, replaced or added in the meantime get none of it; if the table is rebuilt by hand, only rows whose other values are unchanged get their values back
-- When the undo is no longer needed: DROP TRIGGER IF EXISTS kinrow_parked_posts_insert; DROP TRIGGER IF EXISTS kinrow_parked_posts_delete; DROP TRIGGER IF EXISTS kinrow_parked_posts_update; DROP TABLE kinrow_parked_posts;

-- Change table posts
CREATE TABLE kinrow_parked_posts (
  id INTEGER PRIMARY KEY,
  user_id INTEGER,
  kinrow_was_body TEXT
);
INSERT INTO kinrow_parked_posts (id, user_id, kinrow_was_body)
  SELECT id, user_id, body FROM posts;
ALTER TABLE posts DROP COLUMN user_id;

-- Follow the rows of posts whose values are kept
CREATE TRIGGER kinrow_parked_posts_insert AFTER INSERT ON posts
BEGIN
  DELETE FROM kinrow_parked_posts WHERE id = NEW.id;
END;
CREATE TRIGGER kinrow_parked_posts_delete AFTER DELETE ON posts
BEGIN
  DELETE FROM kinrow_parked_posts WHERE id = OLD.id;
END;
CREATE TRIGGER kinrow_parked_posts_update AFTER UPDATE ON posts
WHEN OLD.id IS NOT NEW.id
BEGIN
  DELETE FROM kinrow_parked_posts WHERE id = NEW.id;
  UPDATE kinrow_parked_posts SET id = NEW.id WHERE id = OLD.id;
END;
