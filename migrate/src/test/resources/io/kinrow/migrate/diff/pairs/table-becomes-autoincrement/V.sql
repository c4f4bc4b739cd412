-- ~ table t: none → AUTOINCREMENT

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY AUTOINCREMENT
);
INSERT INTO kinrow_new_t (id)
  SELECT id
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
