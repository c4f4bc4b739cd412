-- ~ column t.a: type INT → BIGINT
-- ~ column t.b: type TEXT → VARCHAR(20)

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY,
  a BIGINT,
  b VARCHAR(20)
);
INSERT INTO kinrow_new_t (id, a, b)
  SELECT id, a, b
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
