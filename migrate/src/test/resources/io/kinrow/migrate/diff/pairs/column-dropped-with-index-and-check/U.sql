-- Undoes the migration of this version.
-- It cannot bring back:
--   the values of t.b

-- Change table t
ALTER TABLE t ADD COLUMN b INT CHECK (b > 0);

-- Indexes
CREATE INDEX t_b ON t (b);
