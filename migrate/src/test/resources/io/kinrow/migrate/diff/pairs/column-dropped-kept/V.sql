-- - column users.email

-- Change table users
CREATE TABLE kinrow_parked_users AS
  SELECT id, email FROM users;
CREATE UNIQUE INDEX kinrow_parked_users_key ON kinrow_parked_users (id);
ALTER TABLE users DROP COLUMN email;
