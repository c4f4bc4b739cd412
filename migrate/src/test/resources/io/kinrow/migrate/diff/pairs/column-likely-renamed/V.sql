-- - column users.email
-- + column users.e_mail: TEXT
-- Its undo cannot bring back:
--   the values of users.email

-- Change table users
ALTER TABLE users ADD COLUMN e_mail TEXT;
ALTER TABLE users DROP COLUMN email;
