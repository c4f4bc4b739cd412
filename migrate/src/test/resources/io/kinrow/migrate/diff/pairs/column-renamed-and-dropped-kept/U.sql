-- Undoes the migration of this version.

-- The rows of members that are still the ones whose values are kept
DELETE FROM kinrow_parked_members
  WHERE NOT (SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'
    AND tbl_name = 'members' COLLATE NOCASE AND name IN ('kinrow_parked_members_insert', 'kinrow_parked_members_delete', 'kinrow_parked_members_update')) = 3
  AND NOT EXISTS (SELECT 1 FROM members WHERE kinrow_parked_members.uid = members.uid
    AND kinrow_parked_members.kinrow_was_nick IS members.nick
    AND kinrow_parked_members.kinrow_was_about IS members.about);
SELECT count(*) AS "rows of members that get nothing of what was kept"
  FROM members WHERE NOT EXISTS (SELECT 1 FROM kinrow_parked_members WHERE kinrow_parked_members.uid = members.uid);
DROP TRIGGER IF EXISTS kinrow_parked_members_insert;
DROP TRIGGER IF EXISTS kinrow_parked_members_delete;
DROP TRIGGER IF EXISTS kinrow_parked_members_update;

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
