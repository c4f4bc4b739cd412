-- ~ column t.a: NULL → NOT NULL
-- ~ table t: none → WITHOUT ROWID

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  a TEXT NOT NULL PRIMARY KEY,
  b
) WITHOUT ROWID;
INSERT INTO kinrow_new_t (a, b)
  SELECT a, b
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
