-- > column users.nick: to nickname

-- Renames
ALTER TABLE users RENAME COLUMN nick TO nickname;
