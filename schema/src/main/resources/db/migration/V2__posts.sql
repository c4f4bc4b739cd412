CREATE TABLE posts (
  id         INTEGER PRIMARY KEY,
  body       TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);

CREATE INDEX posts_user_id ON posts (user_id);
