-- Undoes the migration of this version.

-- Rebuild table users
CREATE TABLE kinrow_new_users (
  id INTEGER PRIMARY KEY,
  nick TEXT NOT NULL UNIQUE,
  email TEXT
);
INSERT INTO kinrow_new_users (id, nick, email)
  SELECT id, nick, CASE WHEN EXISTS (SELECT 1 FROM kinrow_parked_users WHERE kinrow_parked_users.id = users.id AND kinrow_parked_users.kinrow_after_email IS users.email)
    THEN (SELECT kinrow_parked_users.email FROM kinrow_parked_users WHERE kinrow_parked_users.id = users.id) ELSE users.email END
  FROM users;
DROP TABLE users;
ALTER TABLE kinrow_new_users RENAME TO users;
DROP TABLE kinrow_parked_users;
