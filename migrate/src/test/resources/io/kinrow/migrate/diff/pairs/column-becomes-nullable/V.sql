-- ~ column users.nick: NOT NULL → NULL

-- Change table users
ALTER TABLE users ALTER COLUMN nick DROP NOT NULL;
