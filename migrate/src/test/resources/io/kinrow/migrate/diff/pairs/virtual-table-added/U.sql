-- Undoes the migration of this version.
-- Drops, with everything written to it: search

-- Drop table search
DROP TABLE search;
