-- - column t.id
-- ~ primary key t: (id) → none
-- ~ primary key t: row id id → none
-- Its undo cannot bring back:
--   the values of t.id

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  a TEXT
);
INSERT INTO kinrow_new_t (rowid, a)
  SELECT rowid, a
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
