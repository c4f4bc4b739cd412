-- Undoes the migration of this version.
-- It cannot bring back:
--   the rows of t

-- Views and triggers that change or are in the way
DROP VIEW t;

-- New table t
CREATE TABLE t (
  id INTEGER PRIMARY KEY,
  a
);
