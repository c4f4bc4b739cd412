-- > table users: to members
-- > column members.id: to uid
-- - column members.email
-- members.email is kept in kinrow_parked_members until the undo: rows of members that are deleted, replaced or added in the meantime get none of it; if the table is rebuilt by hand, only rows whose other values are unchanged get their values back
-- When the undo is no longer needed: DROP TRIGGER IF EXISTS kinrow_parked_members_insert; DROP TRIGGER IF EXISTS kinrow_parked_members_delete; DROP TRIGGER IF EXISTS kinrow_parked_members_update; DROP TABLE kinrow_parked_members;

-- Renames
ALTER TABLE users RENAME TO members;
ALTER TABLE members RENAME COLUMN id TO uid;

-- Change table members
CREATE TABLE kinrow_parked_members (
  uid INTEGER PRIMARY KEY,
  email TEXT,
  kinrow_was_nick TEXT,
  kinrow_was_about TEXT
);
INSERT INTO kinrow_parked_members (uid, email, kinrow_was_nick, kinrow_was_about)
  SELECT uid, email, nick, about FROM members;
ALTER TABLE members DROP COLUMN email;

-- Follow the rows of members whose values are kept
CREATE TRIGGER kinrow_parked_members_insert AFTER INSERT ON members
BEGIN
  DELETE FROM kinrow_parked_members WHERE uid = NEW.uid;
END;
CREATE TRIGGER kinrow_parked_members_delete AFTER DELETE ON members
BEGIN
  DELETE FROM kinrow_parked_members WHERE uid = OLD.uid;
END;
CREATE TRIGGER kinrow_parked_members_update AFTER UPDATE ON members
WHEN OLD.uid IS NOT NEW.uid
BEGIN
  DELETE FROM kinrow_parked_members WHERE uid = NEW.uid;
  UPDATE kinrow_parked_members SET uid = NEW.uid WHERE uid = OLD.uid;
END;
