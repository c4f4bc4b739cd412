-- Undoes the migration of this version.

-- Indexes that are dropped
DROP INDEX i;

-- Indexes
CREATE INDEX i ON users (email);
