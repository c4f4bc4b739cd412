-- Undoes the migration of this version.

-- The rows of users that are still the ones whose values are kept
DELETE FROM kinrow_parked_users
  WHERE NOT (SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'
    AND tbl_name = 'users' COLLATE NOCASE AND name IN ('kinrow_parked_users_insert', 'kinrow_parked_users_delete', 'kinrow_parked_users_update')) = 3
  AND NOT EXISTS (SELECT 1 FROM users WHERE kinrow_parked_users.id = users.id
    AND kinrow_parked_users.kinrow_was_nick IS users.nick);
SELECT count(*) AS "rows of users that get nothing of what was kept"
  FROM users WHERE NOT EXISTS (SELECT 1 FROM kinrow_parked_users WHERE kinrow_parked_users.id = users.id);
DROP TRIGGER IF EXISTS kinrow_parked_users_insert;
DROP TRIGGER IF EXISTS kinrow_parked_users_delete;
DROP TRIGGER IF EXISTS kinrow_parked_users_update;

-- Change table users
ALTER TABLE users ADD COLUMN email TEXT;
UPDATE users SET email = (SELECT kinrow_parked_users.email FROM kinrow_parked_users WHERE kinrow_parked_users.id = users.id);
DROP TABLE kinrow_parked_users;
