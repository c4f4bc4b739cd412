-- - table t

-- Drop table t
CREATE TABLE kinrow_parked_t (
  kinrow_rowid INTEGER,
  a BLOB,
  b BLOB
);
INSERT INTO kinrow_parked_t (kinrow_rowid, a, b)
  SELECT rowid, a, b FROM t;
DROP TABLE t;
