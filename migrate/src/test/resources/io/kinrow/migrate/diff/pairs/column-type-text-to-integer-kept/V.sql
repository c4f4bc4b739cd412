-- ~ column t.a: type TEXT → INTEGER
-- t.a is kept in kinrow_parked_t until the undo: rows of t that are deleted, replaced or added in the meantime get none of it; if the table is rebuilt by hand, only rows whose other values are unchanged get their values back
-- When the undo is no longer needed: DROP TRIGGER IF EXISTS kinrow_parked_t_insert; DROP TRIGGER IF EXISTS kinrow_parked_t_delete; DROP TRIGGER IF EXISTS kinrow_parked_t_update; DROP TABLE kinrow_parked_t;

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY,
  a INTEGER
);
INSERT INTO kinrow_new_t (id, a)
  SELECT id, a
  FROM t;
CREATE TABLE kinrow_parked_t (
  id INTEGER PRIMARY KEY,
  a TEXT,
  kinrow_after_a INTEGER
);
INSERT INTO kinrow_parked_t (id, a, kinrow_after_a)
  SELECT o.id, o.a, n.a FROM t AS o JOIN kinrow_new_t AS n ON n.id = o.id;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;

-- Follow the rows of t whose values are kept
CREATE TRIGGER kinrow_parked_t_insert AFTER INSERT ON t
BEGIN
  DELETE FROM kinrow_parked_t WHERE id = NEW.id;
END;
CREATE TRIGGER kinrow_parked_t_delete AFTER DELETE ON t
BEGIN
  DELETE FROM kinrow_parked_t WHERE id = OLD.id;
END;
CREATE TRIGGER kinrow_parked_t_update AFTER UPDATE ON t
WHEN OLD.id IS NOT NEW.id
BEGIN
  DELETE FROM kinrow_parked_t WHERE id = NEW.id;
  UPDATE kinrow_parked_t SET id = NEW.id WHERE id = OLD.id;
END;
