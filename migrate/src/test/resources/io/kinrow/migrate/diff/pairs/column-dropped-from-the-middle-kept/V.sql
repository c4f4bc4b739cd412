-- - column users.nick
-- - unique key users: (nick)

-- Rebuild table users
CREATE TABLE kinrow_parked_users AS
  SELECT id, nick FROM users;
CREATE UNIQUE INDEX kinrow_parked_users_key ON kinrow_parked_users (id);
CREATE TABLE kinrow_new_users (
  id INTEGER PRIMARY KEY,
  email TEXT
);
INSERT INTO kinrow_new_users (id, email)
  SELECT id, email
  FROM users;
DROP TABLE users;
ALTER TABLE kinrow_new_users RENAME TO users;
