-- Undoes the migration of this version.

-- Change table t
ALTER TABLE t ADD COLUMN c TEXT;
UPDATE t SET c = (SELECT kinrow_parked_t.c FROM kinrow_parked_t WHERE kinrow_parked_t.a = t.a AND kinrow_parked_t.b = t.b);
DROP TABLE kinrow_parked_t;
