-- Undoes the migration of this version.

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  a TEXT PRIMARY KEY,
  b
);
INSERT INTO kinrow_new_t (a, b)
  SELECT a, b
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
