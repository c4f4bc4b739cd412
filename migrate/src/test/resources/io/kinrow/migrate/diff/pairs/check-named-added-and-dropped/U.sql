-- Undoes the migration of this version.

-- Change table t
ALTER TABLE t DROP CONSTRAINT high;
ALTER TABLE t ADD CONSTRAINT low CHECK (a < 9);
