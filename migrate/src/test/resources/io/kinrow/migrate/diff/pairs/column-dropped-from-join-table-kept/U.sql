-- Undoes the migration of this version.

-- Change table t
ALTER TABLE t ADD COLUMN c TEXT;
UPDATE t SET c = (SELECT p.c FROM kinrow_parked_t AS p WHERE p.kinrow_rowid = t.rowid);
DROP TABLE kinrow_parked_t;
