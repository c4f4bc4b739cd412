-- Undoes the migration of this version.

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  a INT NOT NULL,
  b INT NOT NULL,
  PRIMARY KEY (a)
);
INSERT INTO kinrow_new_t (rowid, a, b)
  SELECT rowid, a, b
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
