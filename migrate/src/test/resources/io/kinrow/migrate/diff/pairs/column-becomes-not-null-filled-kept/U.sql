-- Undoes the migration of this version.

-- The rows of users that are still the ones whose values are kept
DELETE FROM kinrow_parked_users
  WHERE NOT (SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'
    AND tbl_name = 'users' COLLATE NOCASE AND name IN ('kinrow_parked_users_insert', 'kinrow_parked_users_delete', 'kinrow_parked_users_update')) = 3
  AND NOT EXISTS (SELECT 1 FROM users WHERE kinrow_parked_users.id = users.id
    AND kinrow_parked_users.kinrow_was_nick IS users.nick
    AND kinrow_parked_users.kinrow_after_email IS users.email);
SELECT count(*) AS "rows of users that get nothing of what was kept"
  FROM users WHERE NOT EXISTS (SELECT 1 FROM kinrow_parked_users WHERE kinrow_parked_users.id = users.id);
DROP TRIGGER IF EXISTS kinrow_parked_users_insert;
DROP TRIGGER IF EXISTS kinrow_parked_users_delete;
DROP TRIGGER IF EXISTS kinrow_parked_users_update;

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
