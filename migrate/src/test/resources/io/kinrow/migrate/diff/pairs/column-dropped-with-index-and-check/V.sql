-- - column t.b
-- - check t: (b > 0)
-- - index t_b
-- Its undo cannot bring back:
--   the values of t.b

-- Indexes that are dropped
DROP INDEX t_b;

-- Change table t
ALTER TABLE t DROP COLUMN b;
