-- ~ column t.a: default 'x' → none
-- ~ column t.b: default none → 1 + 1

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY,
  a TEXT,
  b INT DEFAULT (1 + 1)
);
INSERT INTO kinrow_new_t (id, a, b)
  SELECT id, a, b
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
