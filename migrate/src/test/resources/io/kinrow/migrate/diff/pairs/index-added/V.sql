-- + index posts_user: ON posts (user_id)

-- Indexes
CREATE INDEX posts_user ON posts (user_id);
