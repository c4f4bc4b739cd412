-- ~ column users.nick: type TEXT → VARCHAR(40)

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

-- Indexes
CREATE UNIQUE INDEX users_email ON users (email);
