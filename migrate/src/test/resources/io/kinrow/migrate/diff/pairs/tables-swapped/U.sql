-- Undoes the migration of this version.

-- Renames
ALTER TABLE b RENAME TO kinrow_swap_a;
ALTER TABLE a RENAME TO kinrow_swap_b;
ALTER TABLE kinrow_swap_a RENAME TO a;
ALTER TABLE kinrow_swap_b RENAME TO b;
