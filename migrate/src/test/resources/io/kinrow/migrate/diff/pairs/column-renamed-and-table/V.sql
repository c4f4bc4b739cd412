-- > table users: to members
-- > column members.nick: to nickname

-- Renames
ALTER TABLE users RENAME TO members;
ALTER TABLE members RENAME COLUMN nick TO nickname;
