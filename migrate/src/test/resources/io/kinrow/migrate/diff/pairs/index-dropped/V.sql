-- - index posts_user

-- Indexes that go
DROP INDEX posts_user;
