-- ~ column t.a: type INT → TEXT
-- - index tags
-- + table tags
-- Its undo cannot bring back:
--   how the values of t.a were written before their type became TEXT

-- Indexes that are dropped
DROP INDEX tags;

-- New table tags
CREATE TABLE tags (x);

-- Rebuild table t
CREATE TABLE kinrow_new_t (id INTEGER PRIMARY KEY, a TEXT);
INSERT INTO kinrow_new_t (id, a)
  SELECT id, a
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
