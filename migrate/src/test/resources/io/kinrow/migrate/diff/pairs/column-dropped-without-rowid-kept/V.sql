-- - column t.c

-- Change table t
CREATE TABLE kinrow_parked_t AS
  SELECT a, b, c FROM t;
CREATE UNIQUE INDEX kinrow_parked_t_key ON kinrow_parked_t (a, b);
ALTER TABLE t DROP COLUMN c;
