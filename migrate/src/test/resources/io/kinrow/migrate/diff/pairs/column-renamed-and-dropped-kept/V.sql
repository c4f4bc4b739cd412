-- > table users: to members
-- > column members.id: to uid
-- - column members.email

-- Renames
ALTER TABLE users RENAME TO members;
ALTER TABLE members RENAME COLUMN id TO uid;

-- Change table members
CREATE TABLE kinrow_parked_members AS
  SELECT uid, email FROM members;
CREATE UNIQUE INDEX kinrow_parked_members_key ON kinrow_parked_members (uid);
ALTER TABLE members DROP COLUMN email;
