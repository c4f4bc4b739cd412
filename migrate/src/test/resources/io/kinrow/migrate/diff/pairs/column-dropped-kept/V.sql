-- - column users.email
-- users.email is kept in kinrow_parked_users until the undo: rows of users that are deleted, replaced or added in the meantime get none of it; if the table is rebuilt by hand, only rows whose other values are unchanged get their values back
-- When the undo is no longer needed: DROP TRIGGER IF EXISTS kinrow_parked_users_insert; DROP TRIGGER IF EXISTS kinrow_parked_users_delete; DROP TRIGGER IF EXISTS kinrow_parked_users_update; DROP TABLE kinrow_parked_users;

-- Change table users
CREATE TABLE kinrow_parked_users (
  id INTEGER PRIMARY KEY,
  email TEXT,
  kinrow_was_nick TEXT
);
INSERT INTO kinrow_parked_users (id, email, kinrow_was_nick)
  SELECT id, email, nick FROM users;
ALTER TABLE users DROP COLUMN email;

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
