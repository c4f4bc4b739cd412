-- Undoes the migration of this version.

-- Indexes that go
DROP INDEX posts_user;
