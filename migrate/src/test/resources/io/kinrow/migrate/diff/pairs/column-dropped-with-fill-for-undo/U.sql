-- Undoes the migration of this version.
-- It cannot bring back:
--   the values of t.b

-- Change table t
ALTER TABLE t ADD COLUMN b TEXT CHECK (b IN ('x', 'y'));
UPDATE t SET b = 'x';
ALTER TABLE t ALTER COLUMN b SET NOT NULL;
