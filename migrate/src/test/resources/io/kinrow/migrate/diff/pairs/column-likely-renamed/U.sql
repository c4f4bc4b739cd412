-- Undoes the migration of this version.
-- Drops with what was written to it: users.e_mail
-- What it cannot bring back:
--   the values of users.email

-- Change table users
ALTER TABLE users ADD COLUMN email TEXT;
ALTER TABLE users DROP COLUMN e_mail;
