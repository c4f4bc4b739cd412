-- Undoes the migration of this version.

-- Rebuild table users
CREATE TABLE kinrow_new_users (
  id INTEGER PRIMARY KEY,
  nick TEXT NOT NULL UNIQUE,
  email TEXT
);
INSERT INTO kinrow_new_users (id, nick, email)
  SELECT id, coalesce((SELECT kinrow_parked_users.nick FROM kinrow_parked_users WHERE kinrow_parked_users.id = users.id), 'undone ' || rowid), email
  FROM users;
DROP TABLE users;
ALTER TABLE kinrow_new_users RENAME TO users;
DROP TABLE kinrow_parked_users;
