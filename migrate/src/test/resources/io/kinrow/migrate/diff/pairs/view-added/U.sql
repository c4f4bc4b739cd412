-- Undoes the migration of this version.

-- Views and triggers that change or are in the way
DROP VIEW nicks;
