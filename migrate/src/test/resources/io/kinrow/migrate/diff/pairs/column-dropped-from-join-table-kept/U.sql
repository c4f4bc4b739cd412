-- Undoes the migration of this version.
-- It cannot bring back:
--   the values of t.c in rows whose a is NULL
--   the values of t.c in rows whose b is NULL

-- The rows of t that are still the ones whose values are kept
DELETE FROM kinrow_parked_t
  WHERE NOT (SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'
    AND tbl_name = 't' COLLATE NOCASE AND name IN ('kinrow_parked_t_insert', 'kinrow_parked_t_delete', 'kinrow_parked_t_update')) = 3;
SELECT count(*) AS "rows of t that get nothing of what was kept"
  FROM t WHERE NOT EXISTS (SELECT 1 FROM kinrow_parked_t WHERE kinrow_parked_t.a = t.a AND kinrow_parked_t.b = t.b);
DROP TRIGGER IF EXISTS kinrow_parked_t_insert;
DROP TRIGGER IF EXISTS kinrow_parked_t_delete;
DROP TRIGGER IF EXISTS kinrow_parked_t_update;

-- Change table t
ALTER TABLE t ADD COLUMN c TEXT;
UPDATE t SET c = (SELECT kinrow_parked_t.c FROM kinrow_parked_t WHERE kinrow_parked_t.a = t.a AND kinrow_parked_t.b = t.b);
DROP TABLE kinrow_parked_t;
