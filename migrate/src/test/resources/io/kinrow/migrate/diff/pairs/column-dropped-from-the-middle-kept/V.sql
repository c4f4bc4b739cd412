-- - column users.nick
-- - unique key users: (nick)
-- users.nick is kept in kinrow_parked_users until the undo: rows of users that are deleted, replaced or added in the meantime get none of it; if the table is rebuilt by hand, only rows whose other values are unchanged get their values back
-- When the undo is no longer needed: DROP TRIGGER IF EXISTS kinrow_parked_users_insert; DROP TRIGGER IF EXISTS kinrow_parked_users_delete; DROP TRIGGER IF EXISTS kinrow_parked_users_update; DROP TABLE kinrow_parked_users;

-- Rebuild table users
CREATE TABLE kinrow_new_users (
  id INTEGER PRIMARY KEY,
  email TEXT
);
INSERT INTO kinrow_new_users (id, email)
  SELECT id, email
  FROM users;
CREATE TABLE kinrow_parked_users (
  id INTEGER PRIMARY KEY,
  nick TEXT,
  kinrow_was_email TEXT
);
INSERT INTO kinrow_parked_users (id, nick, kinrow_was_email)
  SELECT id, nick, email FROM users;
DROP TABLE users;
ALTER TABLE kinrow_new_users RENAME TO users;

-- Follow the rows of users whose values are kept
CREATE TRIGGER kinrow_parked_users_insert AFTER INSERT ON users
BEGIN
  DELETE FROM kinrow_parked_users WHERE id = NEW.id;
END;
CREATE TRIGGER kinrow_parked_users_delete AFTER DELETE ON users
BEGIN
  DELETE FROM kinrow_parked_users WHERE id = OLD.id;
END;
CREATE TRIGGER kinrow_parked_users_update AFTER UPDATE ON users
WHEN OLD.id IS NOT NEW.id
BEGIN
  DELETE FROM kinrow_parked_users WHERE id = NEW.id;
  UPDATE kinrow_parked_users SET id = NEW.id WHERE id = OLD.id;
END;
