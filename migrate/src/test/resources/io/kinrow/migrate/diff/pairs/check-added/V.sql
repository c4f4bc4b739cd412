-- + check t: (a > 0)

-- Change table t
ALTER TABLE t ADD CHECK (a > 0);
