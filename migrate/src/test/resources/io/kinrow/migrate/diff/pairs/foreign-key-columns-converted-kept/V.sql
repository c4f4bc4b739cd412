-- ~ column c.x: type INT → TEXT
-- ~ column p.a: type INT → TEXT

-- Other tables reference what is dropped here: with foreign keys on, SQLite would delete
-- their rows. This fails, before anything changed, unless foreign keys are off.
CREATE TEMP TABLE kinrow_guard (
  foreign_keys INTEGER CONSTRAINT run_with_foreign_keys_off CHECK (foreign_keys = 0)
);
INSERT INTO kinrow_guard SELECT foreign_keys FROM pragma_foreign_keys;
DROP TABLE temp.kinrow_guard;

-- Rebuild table p
CREATE TABLE kinrow_new_p (a TEXT, b INT, PRIMARY KEY (a, b));
INSERT INTO kinrow_new_p (rowid, a, b)
  SELECT rowid, a, b
  FROM p;
CREATE TABLE kinrow_parked_p AS
  SELECT o.rowid AS kinrow_rowid, o.a, n.a AS kinrow_after_a FROM p AS o JOIN kinrow_new_p AS n ON n.rowid = o.rowid;
CREATE UNIQUE INDEX kinrow_parked_p_key ON kinrow_parked_p (kinrow_rowid);
DROP TABLE p;
ALTER TABLE kinrow_new_p RENAME TO p;

-- Rebuild table c
CREATE TABLE kinrow_new_c (x TEXT, y INT, FOREIGN KEY (x, y) REFERENCES p ON DELETE CASCADE);
INSERT INTO kinrow_new_c (rowid, x, y)
  SELECT rowid, x, y
  FROM c;
CREATE TABLE kinrow_parked_c AS
  SELECT o.rowid AS kinrow_rowid, o.x, n.x AS kinrow_after_x FROM c AS o JOIN kinrow_new_c AS n ON n.rowid = o.rowid;
CREATE UNIQUE INDEX kinrow_parked_c_key ON kinrow_parked_c (kinrow_rowid);
DROP TABLE c;
ALTER TABLE kinrow_new_c RENAME TO c;
