-- > column users.nick: to nickname
-- ~ column users.nickname: type TEXT → VARCHAR(40)
-- ~ column users.nickname: NOT NULL → NULL

-- Renames
ALTER TABLE users RENAME COLUMN nick TO nickname;

-- Rebuild table users
CREATE TABLE kinrow_new_users (
  id INTEGER PRIMARY KEY,
  nickname VARCHAR(40) UNIQUE,
  email TEXT
);
INSERT INTO kinrow_new_users (id, nickname, email)
  SELECT id, nickname, email
  FROM users;
DROP TABLE users;
ALTER TABLE kinrow_new_users RENAME TO users;
