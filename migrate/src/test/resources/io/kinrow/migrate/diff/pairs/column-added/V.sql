-- + column users.about: TEXT

-- Change table users
ALTER TABLE users ADD COLUMN about TEXT;
