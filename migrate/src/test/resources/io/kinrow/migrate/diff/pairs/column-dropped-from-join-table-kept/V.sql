-- - column t.c

-- Change table t
CREATE TABLE kinrow_parked_t AS
  SELECT rowid AS kinrow_rowid, c FROM t;
CREATE UNIQUE INDEX kinrow_parked_t_key ON kinrow_parked_t (kinrow_rowid);
ALTER TABLE t DROP COLUMN c;
