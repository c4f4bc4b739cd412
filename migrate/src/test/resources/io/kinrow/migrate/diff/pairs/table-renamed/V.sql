-- > table posts: to articles

-- Renames
ALTER TABLE posts RENAME TO articles;
