-- Undoes the migration of this version.
-- It cannot bring back:
--   which rows of users had no email

-- Change table users
ALTER TABLE users ALTER COLUMN email DROP NOT NULL;
