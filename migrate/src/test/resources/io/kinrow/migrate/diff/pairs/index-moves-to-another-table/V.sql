-- + index i: ON posts (body)
-- - index i

-- Indexes that are dropped
DROP INDEX i;

-- Indexes
CREATE INDEX i ON posts (body);
