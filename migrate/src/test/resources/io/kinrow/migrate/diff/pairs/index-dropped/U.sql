-- Undoes the migration of this version.

-- Indexes
CREATE INDEX posts_user ON posts (user_id);
