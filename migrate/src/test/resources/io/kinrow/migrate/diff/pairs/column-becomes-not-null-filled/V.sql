-- ~ column users.email: NULL → NOT NULL
-- Its undo cannot bring back:
--   which rows of users had no email

-- Change table users
UPDATE users SET email = '' WHERE email IS NULL;
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
