-- ~ column users.email: NULL → NOT NULL

-- Rebuild table users
CREATE TABLE kinrow_new_users (
  id INTEGER PRIMARY KEY,
  nick TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL
);
INSERT INTO kinrow_new_users (id, nick, email)
  SELECT id, nick, coalesce(email, '')
  FROM users;
CREATE TABLE kinrow_parked_users AS
  SELECT o.id, o.email, n.email AS kinrow_after_email FROM users AS o JOIN kinrow_new_users AS n ON n.id = o.id;
CREATE UNIQUE INDEX kinrow_parked_users_key ON kinrow_parked_users (id);
DROP TABLE users;
ALTER TABLE kinrow_new_users RENAME TO users;
