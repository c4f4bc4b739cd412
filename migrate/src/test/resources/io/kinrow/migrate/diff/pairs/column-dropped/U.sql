-- Undoes the migration of this version.
-- It cannot bring back:
--   the values of users.email

-- Change table users
ALTER TABLE users ADD COLUMN email TEXT;
