-- + column posts.reply_to: INTEGER
-- + foreign key posts: (reply_to) → posts (id) ON DELETE SET NULL

-- Change table posts
ALTER TABLE posts ADD COLUMN reply_to INTEGER REFERENCES posts (id) ON DELETE SET NULL;
