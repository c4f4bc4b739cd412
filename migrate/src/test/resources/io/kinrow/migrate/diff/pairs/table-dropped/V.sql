-- - table posts
-- Its undo cannot bring back:
--   the rows of posts

-- Drop table posts
DROP TABLE posts;
