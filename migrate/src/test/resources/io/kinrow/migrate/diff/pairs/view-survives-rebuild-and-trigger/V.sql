-- ~ column users.nick: type TEXT → VARCHAR(40)

-- Other tables reference a table that is dropped here: with foreign keys on, SQLite would
-- delete their rows. This fails before anything is changed, unless foreign keys are off.
CREATE TEMP TABLE kinrow_guard (
  foreign_keys INTEGER CONSTRAINT run_with_foreign_keys_off CHECK (foreign_keys = 0)
);
INSERT INTO kinrow_guard SELECT foreign_keys FROM pragma_foreign_keys;
DROP TABLE temp.kinrow_guard;

-- Views and triggers that change or are in the way
DROP TRIGGER v_insert;
DROP TRIGGER posts_guard;
DROP VIEW v;

-- Rebuild table users
CREATE TABLE kinrow_new_users (
  id INTEGER PRIMARY KEY,
  nick VARCHAR(40) NOT NULL UNIQUE,
  email TEXT
);
INSERT INTO kinrow_new_users (id, nick, email)
  SELECT id, nick, email
  FROM users;
DROP TABLE users;
ALTER TABLE kinrow_new_users RENAME TO users;

-- Views
CREATE VIEW v AS SELECT nick, body FROM users JOIN posts ON user_id = users.id;

-- Triggers
CREATE TRIGGER v_insert INSTEAD OF INSERT ON v BEGIN INSERT INTO posts (body, user_id) VALUES (new.body, 1); END;
CREATE TRIGGER posts_guard BEFORE DELETE ON posts BEGIN SELECT RAISE(ABORT, 'no') FROM users WHERE id = old.user_id AND nick = 'admin'; END;
