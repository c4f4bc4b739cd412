-- > table posts: to articles
-- > column users.nick: to nickname
-- - table tags
-- + column articles.title: TEXT NOT NULL
-- ~ column articles.body: NOT NULL → NULL
-- ~ index posts_user: ON articles (user_id) → ON articles (user_id, id)
-- + table labels
-- ~ column users.nickname: type TEXT → VARCHAR(64)
-- ~ column users.email: collation BINARY → NOCASE
-- ~ view v: its query

-- Other tables reference a table that is dropped here: with foreign keys on, SQLite would
-- delete their rows. This fails before anything is changed, unless foreign keys are off.
CREATE TEMP TABLE kinrow_guard (
  foreign_keys INTEGER CONSTRAINT run_with_foreign_keys_off CHECK (foreign_keys = 0)
);
INSERT INTO kinrow_guard SELECT foreign_keys FROM pragma_foreign_keys;
DROP TABLE temp.kinrow_guard;

-- Renames
ALTER TABLE posts RENAME TO articles;
ALTER TABLE users RENAME COLUMN nick TO nickname;

-- Views and triggers that change or are in the way
DROP VIEW v;

-- New table labels
CREATE TABLE labels (id INTEGER PRIMARY KEY, article_id INT REFERENCES articles);

-- Rebuild table users
CREATE TABLE kinrow_new_users (
  id INTEGER PRIMARY KEY,
  nickname VARCHAR(64) NOT NULL UNIQUE,
  email TEXT COLLATE NOCASE
);
INSERT INTO kinrow_new_users (id, nickname, email)
  SELECT id, nickname, email
  FROM users;
DROP TABLE users;
ALTER TABLE kinrow_new_users RENAME TO users;

-- Rebuild table articles
CREATE TABLE kinrow_new_articles (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  body TEXT,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
INSERT INTO kinrow_new_articles (id, title, body, user_id)
  SELECT id, 'untitled', body, user_id
  FROM articles;
DROP TABLE articles;
ALTER TABLE kinrow_new_articles RENAME TO articles;

-- Drop table tags
CREATE TABLE kinrow_parked_tags (
  kinrow_rowid INTEGER,
  name TEXT
);
INSERT INTO kinrow_parked_tags (kinrow_rowid, name)
  SELECT rowid, name FROM tags;
DROP TABLE tags;

-- Indexes
CREATE INDEX posts_user ON articles (user_id, id);

-- Views
CREATE VIEW v AS SELECT title, body FROM articles;
