-- Undoes the migration of this version.
-- Drops with what was written to it: search

-- Drop table search
DROP TABLE search;
