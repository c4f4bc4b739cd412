-- ~ column users.email: NULL → NOT NULL

-- Change table users
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
