-- ~ column t.a: type INT → TEXT
-- Its undo cannot bring back:
--   how the values of t.a were written before their type became TEXT

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  a TEXT
);
INSERT INTO kinrow_new_t (id, a)
  SELECT id, a
  FROM t;
DELETE FROM sqlite_sequence WHERE name = 'kinrow_new_t';
INSERT INTO sqlite_sequence (name, seq)
  SELECT 'kinrow_new_t', seq FROM sqlite_sequence WHERE name = 't';
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
