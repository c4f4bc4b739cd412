-- Undoes the migration of this version.

-- Change table users
ALTER TABLE users ADD COLUMN email TEXT;
UPDATE users SET email = (SELECT kinrow_parked_users.email FROM kinrow_parked_users WHERE kinrow_parked_users.id = users.id);
DROP TABLE kinrow_parked_users;
