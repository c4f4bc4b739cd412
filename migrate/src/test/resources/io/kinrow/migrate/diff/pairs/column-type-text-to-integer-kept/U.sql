-- Undoes the migration of this version.

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY,
  a TEXT
);
INSERT INTO kinrow_new_t (id, a)
  SELECT id, CASE WHEN EXISTS (SELECT 1 FROM kinrow_parked_t WHERE kinrow_parked_t.id = t.id AND kinrow_parked_t.kinrow_after_a IS t.a)
    THEN (SELECT kinrow_parked_t.a FROM kinrow_parked_t WHERE kinrow_parked_t.id = t.id) ELSE t.a END
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
DROP TABLE kinrow_parked_t;
