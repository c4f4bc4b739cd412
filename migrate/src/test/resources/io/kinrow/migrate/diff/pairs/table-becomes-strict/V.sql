-- ~ table t: none → STRICT
-- Its undo cannot bring back:
--   how the values of t.id were written before their type became INTEGER
--   how the values of t.a were written before their type became TEXT

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY,
  a TEXT
) STRICT;
INSERT INTO kinrow_new_t (id, a)
  SELECT id, a
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
