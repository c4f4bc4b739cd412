-- - index posts_user

-- Indexes that are dropped
DROP INDEX posts_user;
