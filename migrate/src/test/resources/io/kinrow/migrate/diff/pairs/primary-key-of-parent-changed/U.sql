-- Undoes the migration of this version.
-- What it cannot bring back:
--   how values of p.b were written before they became INTEGER
-- this undo fails while rows of p have no a: give them one before

-- Other tables reference what is dropped here: with foreign keys on, SQLite would delete
-- their rows. This fails, before anything changed, unless foreign keys are off.
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
