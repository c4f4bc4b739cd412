-- Undoes the migration of this version.
-- Drops, with everything written to it: tags
-- It cannot bring back:
--   how the values of t.a were written before their type became TEXT

-- Rebuild table t
CREATE TABLE kinrow_new_t (id INTEGER PRIMARY KEY, a INT);
INSERT INTO kinrow_new_t (id, a)
  SELECT id, a
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;

-- Drop table tags
DROP TABLE tags;

-- Indexes
CREATE INDEX tags ON t (a);
