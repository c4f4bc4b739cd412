-- Undoes the migration of this version.
-- It cannot bring back:
--   how the values of p.a were written before their type became TEXT (no key that remains identifies the rows, so the values cannot be kept)
--   how the values of c.x were written before their type became TEXT (no key that remains identifies the rows, so the values cannot be kept)

-- Other tables reference a table that is dropped here: with foreign keys on, SQLite would
-- delete their rows. This fails before anything is changed, unless foreign keys are off.
CREATE TEMP TABLE kinrow_guard (
  foreign_keys INTEGER CONSTRAINT run_with_foreign_keys_off CHECK (foreign_keys = 0)
);
INSERT INTO kinrow_guard SELECT foreign_keys FROM pragma_foreign_keys;
DROP TABLE temp.kinrow_guard;

-- Rebuild table p
CREATE TABLE kinrow_new_p (a INT, b INT, PRIMARY KEY (a, b));
INSERT INTO kinrow_new_p (rowid, a, b)
  SELECT rowid, a, b
  FROM p;
DROP TABLE p;
ALTER TABLE kinrow_new_p RENAME TO p;

-- Rebuild table c
CREATE TABLE kinrow_new_c (x INT, y INT, FOREIGN KEY (x, y) REFERENCES p ON DELETE CASCADE);
INSERT INTO kinrow_new_c (rowid, x, y)
  SELECT rowid, x, y
  FROM c;
DROP TABLE c;
ALTER TABLE kinrow_new_c RENAME TO c;
