-- Undoes the migration of this version.
-- Drops, with everything written to it: labels, posts.title
-- this undo fails if rows of posts have no body: give them a value first

-- Other tables reference a table that is dropped here: with foreign keys on, SQLite would
-- delete their rows. This fails before anything is changed, unless foreign keys are off.
CREATE TEMP TABLE kinrow_guard (
  foreign_keys INTEGER CONSTRAINT run_with_foreign_keys_off CHECK (foreign_keys = 0)
);
INSERT INTO kinrow_guard SELECT foreign_keys FROM pragma_foreign_keys;
DROP TABLE temp.kinrow_guard;

-- Renames
ALTER TABLE articles RENAME TO posts;
ALTER TABLE users RENAME COLUMN nickname TO nick;

-- Views and triggers that change or are in the way
DROP VIEW v;

-- Indexes that are dropped
DROP INDEX posts_user;

-- New table tags
CREATE TABLE tags (name TEXT PRIMARY KEY);
INSERT INTO tags (rowid, name)
  SELECT kinrow_rowid, name FROM kinrow_parked_tags;
DROP TABLE kinrow_parked_tags;

-- Rebuild table users
CREATE TABLE kinrow_new_users (
  id INTEGER PRIMARY KEY,
  nick TEXT NOT NULL UNIQUE,
  email TEXT
);
INSERT INTO kinrow_new_users (id, nick, email)
  SELECT id, nick, email
  FROM users;
DROP TABLE users;
ALTER TABLE kinrow_new_users RENAME TO users;

-- Change table posts
ALTER TABLE posts ALTER COLUMN body SET NOT NULL;
ALTER TABLE posts DROP COLUMN title;

-- Drop table labels
DROP TABLE labels;

-- Indexes
CREATE INDEX posts_user ON posts (user_id);

-- Views
CREATE VIEW v AS SELECT body FROM posts;
