-- Undoes the migration of this version.
-- It cannot bring back:
--   the values of t.id

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY,
  a TEXT
);
INSERT INTO kinrow_new_t (id, a)
  SELECT rowid, a
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
