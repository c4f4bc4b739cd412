-- Undoes the migration of this version.

-- New table t
CREATE TABLE t (
  a,
  b
);
INSERT INTO t (rowid, a, b)
  SELECT kinrow_rowid, a, b FROM kinrow_parked_t;
DROP TABLE kinrow_parked_t;
