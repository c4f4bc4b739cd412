-- + column users.created_at: TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP

-- Rebuild table users
CREATE TABLE kinrow_new_users (
  id INTEGER PRIMARY KEY,
  nick TEXT NOT NULL UNIQUE,
  email TEXT,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO kinrow_new_users (id, nick, email)
  SELECT id, nick, email
  FROM users;
DROP TABLE users;
ALTER TABLE kinrow_new_users RENAME TO users;
