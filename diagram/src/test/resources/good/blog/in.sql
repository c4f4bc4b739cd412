-- The schema that the migrations in src/main/resources/db/migration lead to.
-- To change it, change it here, have the next migration written, and review it: see docs/diff.md.

CREATE TABLE users (
  id        INTEGER PRIMARY KEY,
  nickname  TEXT NOT NULL UNIQUE,
  email     TEXT NOT NULL,
  about_me  TEXT,
  last_seen TIMESTAMP
);

CREATE UNIQUE INDEX users_email ON users (email);

CREATE TABLE posts (
  id          INTEGER PRIMARY KEY,
  body        TEXT NOT NULL,
  created_at  TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  user_id     INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  reply_to_id INTEGER REFERENCES posts (id) ON DELETE SET NULL
);

CREATE INDEX posts_user_id ON posts (user_id);
CREATE INDEX posts_reply_to_id ON posts (reply_to_id);

CREATE TABLE followers (
  follower_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  followed_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  PRIMARY KEY (follower_id, followed_id)
);

CREATE INDEX followers_followed_id ON followers (followed_id);
