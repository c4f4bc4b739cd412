-- Undoes the migration of this version.
-- Drops, with everything written to it: t.id

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  a TEXT
);
INSERT INTO kinrow_new_t (rowid, a)
  SELECT rowid, a
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
