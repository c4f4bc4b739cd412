-- Undoes the migration of this version.
-- What it cannot bring back:
--   the values of users.email

-- Change table users
ALTER TABLE users ADD COLUMN email TEXT;
