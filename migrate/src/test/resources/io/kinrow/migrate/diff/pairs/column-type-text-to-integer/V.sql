-- ~ column t.a: type TEXT → INTEGER
-- Its undo cannot bring back:
--   how the values of t.a were written before their type became INTEGER

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY,
  a INTEGER
);
INSERT INTO kinrow_new_t (id, a)
  SELECT id, a
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
