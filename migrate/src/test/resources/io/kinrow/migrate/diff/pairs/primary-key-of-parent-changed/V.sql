-- ~ column p.a: type INTEGER → INT
-- ~ column p.a: NOT NULL → NULL
-- ~ column p.b: type INT → INTEGER
-- ~ column p.b: NULL → NOT NULL
-- ~ primary key p: (a) → (b)
-- ~ primary key p: row id a → b
-- - unique key p: (b)
-- + unique key p: (a)
-- Its undo cannot bring back:
--   how the values of p.b were written before their type became INTEGER

-- Other tables reference a table that is dropped here: with foreign keys on, SQLite would
-- delete their rows. This fails before anything is changed, unless foreign keys are off.
CREATE TEMP TABLE kinrow_guard (
  foreign_keys INTEGER CONSTRAINT run_with_foreign_keys_off CHECK (foreign_keys = 0)
);
INSERT INTO kinrow_guard SELECT foreign_keys FROM pragma_foreign_keys;
DROP TABLE temp.kinrow_guard;

-- Rebuild table p
CREATE TABLE kinrow_new_p (a INT UNIQUE, b INTEGER PRIMARY KEY);
INSERT INTO kinrow_new_p (a, b)
  SELECT a, b
  FROM p;
DROP TABLE p;
ALTER TABLE kinrow_new_p RENAME TO p;

-- Rebuild table c
CREATE TABLE kinrow_new_c (x REFERENCES p (a));
INSERT INTO kinrow_new_c (rowid, x)
  SELECT rowid, x
  FROM c;
DROP TABLE c;
ALTER TABLE kinrow_new_c RENAME TO c;
