-- Undoes the migration of this version.

-- Indexes that go
DROP INDEX i;

-- Indexes
CREATE INDEX i ON users (email);
