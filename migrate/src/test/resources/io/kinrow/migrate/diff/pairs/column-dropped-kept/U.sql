-- Undoes the migration of this version.

-- Change table users
ALTER TABLE users ADD COLUMN email TEXT;
UPDATE users SET email = (SELECT p.email FROM kinrow_parked_users AS p WHERE p.id = users.id);
DROP TABLE kinrow_parked_users;
