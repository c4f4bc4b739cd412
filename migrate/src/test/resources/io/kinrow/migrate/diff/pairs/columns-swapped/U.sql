-- Undoes the migration of this version.

-- Renames
ALTER TABLE t RENAME COLUMN b TO kinrow_swap_a;
ALTER TABLE t RENAME COLUMN a TO kinrow_swap_b;
ALTER TABLE t RENAME COLUMN kinrow_swap_a TO a;
ALTER TABLE t RENAME COLUMN kinrow_swap_b TO b;
