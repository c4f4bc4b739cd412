-- > table users: to members

-- Renames
ALTER TABLE users RENAME TO members;
