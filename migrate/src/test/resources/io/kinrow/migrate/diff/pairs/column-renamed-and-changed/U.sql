-- Undoes the migration of this version.
-- this undo fails if rows of users have no nick: give them a value first

-- Renames
ALTER TABLE users RENAME COLUMN nickname TO nick;

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
