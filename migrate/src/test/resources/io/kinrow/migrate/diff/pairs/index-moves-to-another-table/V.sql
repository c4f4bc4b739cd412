-- + index i: ON posts (body)
-- - index i

-- Indexes that go
DROP INDEX i;

-- Indexes
CREATE INDEX i ON posts (body);
