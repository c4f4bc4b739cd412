-- - column users.email
-- Its undo cannot bring back:
--   the values of users.email

-- Change table users
ALTER TABLE users DROP COLUMN email;
