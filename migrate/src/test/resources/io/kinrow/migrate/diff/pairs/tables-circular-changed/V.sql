-- - foreign key a: (b_id) → b (id)
-- + foreign key a: (b_id) → b (id) ON DELETE SET NULL
-- - foreign key b: (a_id) → a (id)
-- + foreign key b: (a_id) → a (id) ON DELETE CASCADE

-- Other tables reference a table that is dropped here: with foreign keys on, SQLite would
-- delete their rows. This fails before anything is changed, unless foreign keys are off.
CREATE TEMP TABLE kinrow_guard (
  foreign_keys INTEGER CONSTRAINT run_with_foreign_keys_off CHECK (foreign_keys = 0)
);
INSERT INTO kinrow_guard SELECT foreign_keys FROM pragma_foreign_keys;
DROP TABLE temp.kinrow_guard;

-- Rebuild table b
CREATE TABLE kinrow_new_b (id INTEGER PRIMARY KEY, a_id INT REFERENCES a ON DELETE CASCADE);
INSERT INTO kinrow_new_b (id, a_id)
  SELECT id, a_id
  FROM b;
DROP TABLE b;
ALTER TABLE kinrow_new_b RENAME TO b;

-- Rebuild table a
CREATE TABLE kinrow_new_a (id INTEGER PRIMARY KEY, b_id INT REFERENCES b ON DELETE SET NULL);
INSERT INTO kinrow_new_a (id, b_id)
  SELECT id, b_id
  FROM a;
DROP TABLE a;
ALTER TABLE kinrow_new_a RENAME TO a;
