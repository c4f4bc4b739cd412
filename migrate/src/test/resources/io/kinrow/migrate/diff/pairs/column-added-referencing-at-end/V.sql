-- + column posts.editor_id: INTEGER
-- + foreign key posts: (editor_id) → users (id) ON DELETE SET NULL DEFERRED

-- Change table posts
ALTER TABLE posts ADD COLUMN editor_id INTEGER REFERENCES users (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
