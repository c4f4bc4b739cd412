-- Undoes the migration of this version.
-- Drops, with everything written to it: users.e_mail
-- It cannot bring back:
--   the values of users.email

-- Change table users
ALTER TABLE users ADD COLUMN email TEXT;
ALTER TABLE users DROP COLUMN e_mail;
