-- - table t
-- + view t
-- Its undo cannot bring back:
--   the rows of t

-- Drop table t
DROP TABLE t;

-- Views
CREATE VIEW t AS SELECT a FROM s;
