CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  nick VARCHAR(40) NOT NULL UNIQUE,
  email TEXT
);
CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE VIEW v AS SELECT nick, body FROM users JOIN posts ON user_id = users.id;
CREATE TRIGGER v_insert INSTEAD OF INSERT ON v BEGIN INSERT INTO posts (body, user_id) VALUES (new.body, 1); END;
CREATE TRIGGER posts_guard BEFORE DELETE ON posts BEGIN SELECT RAISE(ABORT, 'no') FROM users WHERE id = old.user_id AND nick = 'admin'; END;
