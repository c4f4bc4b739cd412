-- - column t.c
-- Its undo cannot bring back:
--   the values of t.c in rows whose a is NULL
--   the values of t.c in rows whose b is NULL
-- t.c is kept in kinrow_parked_t until the undo: rows of t that are deleted, replaced or added in the meantime get none of it; if the table is rebuilt by hand, no row gets anything back, because only the key identifies the rows
-- When the undo is no longer needed: DROP TRIGGER IF EXISTS kinrow_parked_t_insert; DROP TRIGGER IF EXISTS kinrow_parked_t_delete; DROP TRIGGER IF EXISTS kinrow_parked_t_update; DROP TABLE kinrow_parked_t;

-- Change table t
CREATE TABLE kinrow_parked_t (
  a INTEGER,
  b INTEGER,
  c TEXT,
  UNIQUE (a, b)
);
INSERT INTO kinrow_parked_t (a, b, c)
  SELECT a, b, c FROM t
  WHERE a IS NOT NULL AND b IS NOT NULL;
ALTER TABLE t DROP COLUMN c;

-- Follow the rows of t whose values are kept
CREATE TRIGGER kinrow_parked_t_insert AFTER INSERT ON t
BEGIN
  DELETE FROM kinrow_parked_t WHERE a = NEW.a AND b = NEW.b;
END;
CREATE TRIGGER kinrow_parked_t_delete AFTER DELETE ON t
BEGIN
  DELETE FROM kinrow_parked_t WHERE a = OLD.a AND b = OLD.b;
END;
CREATE TRIGGER kinrow_parked_t_update AFTER UPDATE ON t
WHEN OLD.a IS NOT NEW.a OR OLD.b IS NOT NEW.b
BEGIN
  DELETE FROM kinrow_parked_t WHERE a = NEW.a AND b = NEW.b;
  UPDATE kinrow_parked_t SET a = NEW.a, b = NEW.b WHERE a = OLD.a AND b = OLD.b;
END;
