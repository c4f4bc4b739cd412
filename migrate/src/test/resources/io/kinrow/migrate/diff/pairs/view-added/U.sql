-- Undoes the migration of this version.

-- Views and triggers that change or stand in the way
DROP VIEW nicks;
