-- - column t.b
-- - check t: (b in ( 'x' , 'y' ))
-- Its undo cannot bring back:
--   the values of t.b

-- Change table t
ALTER TABLE t DROP COLUMN b;
