-- Undoes the migration of this version.
-- Drops, with everything written to it: t

-- Drop table t
DROP TABLE t;

-- Views
CREATE VIEW t AS SELECT a FROM s;
