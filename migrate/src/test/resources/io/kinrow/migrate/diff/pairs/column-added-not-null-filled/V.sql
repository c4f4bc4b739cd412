-- + column posts.language: TEXT NOT NULL

-- Change table posts
ALTER TABLE posts ADD COLUMN language TEXT;
UPDATE posts SET language = 'en';
ALTER TABLE posts ALTER COLUMN language SET NOT NULL;
