-- Undoes the migration of this version.

-- Other tables reference what is dropped here: with foreign keys on, SQLite would delete
-- their rows. This fails, before anything changed, unless foreign keys are off.
CREATE TEMP TABLE kinrow_guard (
  foreign_keys INTEGER CONSTRAINT run_with_foreign_keys_off CHECK (foreign_keys = 0)
);
INSERT INTO kinrow_guard SELECT foreign_keys FROM pragma_foreign_keys;
DROP TABLE temp.kinrow_guard;

-- Rebuild table p
CREATE TABLE kinrow_new_p (a INT, b INT, PRIMARY KEY (a, b));
INSERT INTO kinrow_new_p (rowid, a, b)
  SELECT rowid, CASE WHEN EXISTS (SELECT 1 FROM kinrow_parked_p WHERE kinrow_parked_p.kinrow_rowid = p.rowid AND kinrow_parked_p.kinrow_after_a IS p.a)
    THEN (SELECT kinrow_parked_p.a FROM kinrow_parked_p WHERE kinrow_parked_p.kinrow_rowid = p.rowid) ELSE p.a END, b
  FROM p;
DROP TABLE p;
ALTER TABLE kinrow_new_p RENAME TO p;
DROP TABLE kinrow_parked_p;

-- Rebuild table c
CREATE TABLE kinrow_new_c (x INT, y INT, FOREIGN KEY (x, y) REFERENCES p ON DELETE CASCADE);
INSERT INTO kinrow_new_c (rowid, x, y)
  SELECT rowid, CASE WHEN EXISTS (SELECT 1 FROM kinrow_parked_c WHERE kinrow_parked_c.kinrow_rowid = c.rowid AND kinrow_parked_c.kinrow_after_x IS c.x)
    THEN (SELECT kinrow_parked_c.x FROM kinrow_parked_c WHERE kinrow_parked_c.kinrow_rowid = c.rowid) ELSE c.x END, y
  FROM c;
DROP TABLE c;
ALTER TABLE kinrow_new_c RENAME TO c;
DROP TABLE kinrow_parked_c;
