ALTER TABLE posts ADD COLUMN reply_to_id INTEGER REFERENCES posts (id) ON DELETE SET NULL;

CREATE INDEX posts_reply_to_id ON posts (reply_to_id);
