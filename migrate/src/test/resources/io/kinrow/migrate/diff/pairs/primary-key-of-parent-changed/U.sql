-- Undoes the migration of this version.
-- It cannot bring back:
--   how the values of p.b were written before their type became INTEGER
-- this undo fails if rows of p have no a: give them a value first

-- Other tables reference a table that is dropped here: with foreign keys on, SQLite would
-- delete their rows. This fails before anything is changed, unless foreign keys are off.
CREATE TEMP TABLE kinrow_guard (
  foreign_keys INTEGER CONSTRAINT run_with_foreign_keys_off CHECK (foreign_keys = 0)
);
INSERT INTO kinrow_guard SELECT foreign_keys FROM pragma_foreign_keys;
DROP TABLE temp.kinrow_guard;

-- Rebuild table p
CREATE TABLE kinrow_new_p (a INTEGER PRIMARY KEY, b INT UNIQUE);
INSERT INTO kinrow_new_p (a, b)
  SELECT a, b
  FROM p;
DROP TABLE p;
ALTER TABLE kinrow_new_p RENAME TO p;
