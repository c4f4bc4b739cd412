-- Undoes the migration of this version.

-- Renames
ALTER TABLE members RENAME TO users;
ALTER TABLE users RENAME COLUMN uid TO id;

-- Rebuild table users
CREATE TABLE kinrow_new_users (
  id INTEGER PRIMARY KEY,
  nick TEXT NOT NULL UNIQUE,
  email TEXT,
  about TEXT
);
INSERT INTO kinrow_new_users (id, nick, email, about)
  SELECT id, nick, (SELECT kinrow_parked_members.email FROM kinrow_parked_members WHERE kinrow_parked_members.uid = users.id), about
  FROM users;
DROP TABLE users;
ALTER TABLE kinrow_new_users RENAME TO users;
DROP TABLE kinrow_parked_members;
