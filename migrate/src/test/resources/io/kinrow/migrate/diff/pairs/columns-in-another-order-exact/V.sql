-- ~ table t: column order [id, a, b] → [id, b, a]

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY,
  b TEXT,
  a INT
);
INSERT INTO kinrow_new_t (id, b, a)
  SELECT id, b, a
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
