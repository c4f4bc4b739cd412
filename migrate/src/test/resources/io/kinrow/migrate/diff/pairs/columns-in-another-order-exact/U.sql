-- Undoes the migration of this version.

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY,
  a INT,
  b TEXT
);
INSERT INTO kinrow_new_t (id, a, b)
  SELECT id, a, b
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
