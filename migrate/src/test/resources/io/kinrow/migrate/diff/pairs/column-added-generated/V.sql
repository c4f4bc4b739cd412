-- + column users.handle: TEXT AS ('@' || nick)

-- Change table users
ALTER TABLE users ADD COLUMN handle TEXT AS ('@' || nick);
