-- - table users
-- - foreign key posts: (user_id) → users (id) ON DELETE CASCADE

-- Other tables reference a table that is dropped here: with foreign keys on, SQLite would
-- delete their rows. This fails before anything is changed, unless foreign keys are off.
CREATE TEMP TABLE kinrow_guard (
  foreign_keys INTEGER CONSTRAINT run_with_foreign_keys_off CHECK (foreign_keys = 0)
);
INSERT INTO kinrow_guard SELECT foreign_keys FROM pragma_foreign_keys;
DROP TABLE temp.kinrow_guard;

-- Rebuild table posts
CREATE TABLE kinrow_new_posts (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  user_id INTEGER NOT NULL
);
INSERT INTO kinrow_new_posts (id, body, user_id)
  SELECT id, body, user_id
  FROM posts;
DROP TABLE posts;
ALTER TABLE kinrow_new_posts RENAME TO posts;

-- Drop table users
CREATE TABLE kinrow_parked_users (
  id INTEGER,
  nick TEXT,
  email TEXT
);
INSERT INTO kinrow_parked_users (id, nick, email)
  SELECT id, nick, email FROM users;
DROP TABLE users;
