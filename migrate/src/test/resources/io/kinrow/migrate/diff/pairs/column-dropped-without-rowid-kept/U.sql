-- Undoes the migration of this version.

-- Change table t
ALTER TABLE t ADD COLUMN c TEXT;
UPDATE t SET c = (SELECT p.c FROM kinrow_parked_t AS p WHERE p.a = t.a AND p.b = t.b);
DROP TABLE kinrow_parked_t;
