-- + column users.city: TEXT COLLATE NOCASE

-- Change table users
ALTER TABLE users ADD COLUMN city TEXT COLLATE NOCASE;
