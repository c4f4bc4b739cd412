-- + table t
-- - view t

-- Views and triggers that change or stand in the way
DROP VIEW t;

-- New table t
CREATE TABLE t (
  id INTEGER PRIMARY KEY,
  a
);
