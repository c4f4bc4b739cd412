-- - check t: low (a < 9)
-- + check t: high (a > 0)

-- Change table t
ALTER TABLE t DROP CONSTRAINT low;
ALTER TABLE t ADD CONSTRAINT high CHECK (a > 0);
