-- Undoes the migration of this version.

-- The rows of t that are still the ones whose values are kept
DELETE FROM kinrow_parked_t
  WHERE NOT (SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'
    AND tbl_name = 't' COLLATE NOCASE AND name IN ('kinrow_parked_t_insert', 'kinrow_parked_t_delete', 'kinrow_parked_t_update')) = 3
  AND NOT EXISTS (SELECT 1 FROM t WHERE kinrow_parked_t.id = t.id
    AND kinrow_parked_t.kinrow_after_a IS t.a);
SELECT count(*) AS "rows of t that get nothing of what was kept"
  FROM t WHERE NOT EXISTS (SELECT 1 FROM kinrow_parked_t WHERE kinrow_parked_t.id = t.id);
DROP TRIGGER IF EXISTS kinrow_parked_t_insert;
DROP TRIGGER IF EXISTS kinrow_parked_t_delete;
DROP TRIGGER IF EXISTS kinrow_parked_t_update;

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
