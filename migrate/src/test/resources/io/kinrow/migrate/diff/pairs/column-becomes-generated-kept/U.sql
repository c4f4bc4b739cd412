-- Undoes the migration of this version.

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY,
  a INT,
  b INT
);
INSERT INTO kinrow_new_t (id, a, b)
  SELECT id, a, CASE WHEN EXISTS (SELECT 1 FROM kinrow_parked_t WHERE kinrow_parked_t.id = t.id AND kinrow_parked_t.kinrow_after_b IS t.b)
    THEN (SELECT kinrow_parked_t.b FROM kinrow_parked_t WHERE kinrow_parked_t.id = t.id) ELSE t.b END
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
DROP TABLE kinrow_parked_t;
