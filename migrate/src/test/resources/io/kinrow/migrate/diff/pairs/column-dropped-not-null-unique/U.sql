-- Undoes the migration of this version.
-- It cannot bring back:
--   the values of users.nick

-- Rebuild table users
CREATE TABLE kinrow_new_users (
  id INTEGER PRIMARY KEY,
  nick TEXT NOT NULL UNIQUE,
  email TEXT
);
INSERT INTO kinrow_new_users (id, nick, email)
  SELECT id, 'undone ' || rowid, email
  FROM users;
DROP TABLE users;
ALTER TABLE kinrow_new_users RENAME TO users;
