-- Undoes the migration of this version.
-- Drops, with everything written to it: a, b

-- Other tables reference a table that is dropped here: with foreign keys on, SQLite would
-- delete their rows. This fails before anything is changed, unless foreign keys are off.
CREATE TEMP TABLE kinrow_guard (
  foreign_keys INTEGER CONSTRAINT run_with_foreign_keys_off CHECK (foreign_keys = 0)
);
INSERT INTO kinrow_guard SELECT foreign_keys FROM pragma_foreign_keys;
DROP TABLE temp.kinrow_guard;

-- Drop table a
DROP TABLE a;

-- Drop table b
DROP TABLE b;
