-- > table a: to b
-- > table b: to a

-- Renames
ALTER TABLE a RENAME TO kinrow_swap_b;
ALTER TABLE b RENAME TO kinrow_swap_a;
ALTER TABLE kinrow_swap_b RENAME TO b;
ALTER TABLE kinrow_swap_a RENAME TO a;
