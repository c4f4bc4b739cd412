-- - column users.nick
-- - unique key users: (nick)
-- Its undo cannot bring back:
--   the values of users.nick

-- Rebuild table users
CREATE TABLE kinrow_new_users (
  id INTEGER PRIMARY KEY,
  email TEXT
);
INSERT INTO kinrow_new_users (id, email)
  SELECT id, email
  FROM users;
DROP TABLE users;
ALTER TABLE kinrow_new_users RENAME TO users;
