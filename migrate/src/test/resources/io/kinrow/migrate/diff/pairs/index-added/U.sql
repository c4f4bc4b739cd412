-- Undoes the migration of this version.

-- Indexes that are dropped
DROP INDEX posts_user;
