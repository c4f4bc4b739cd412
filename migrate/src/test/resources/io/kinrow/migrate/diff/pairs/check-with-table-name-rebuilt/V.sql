-- ~ column t.a: type INT → TEXT
-- Its undo cannot bring back:
--   how the values of t.a were written before their type became TEXT

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY,
  a TEXT,
  CHECK (kinrow_new_t.a > 0)
);
INSERT INTO kinrow_new_t (id, a)
  SELECT id, a
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
