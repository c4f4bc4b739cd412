-- + column users.active: INTEGER NOT NULL DEFAULT 1

-- Change table users
ALTER TABLE users ADD COLUMN active INTEGER NOT NULL DEFAULT 1;
