-- - table t

-- Drop table t
CREATE TABLE kinrow_parked_t AS
  SELECT rowid AS kinrow_rowid, a, b FROM t;
DROP TABLE t;
