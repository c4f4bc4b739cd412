-- + column t.id: INTEGER NOT NULL
-- ~ primary key t: none → (id)
-- ~ primary key t: row id none → id

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY,
  a TEXT
);
INSERT INTO kinrow_new_t (id, a)
  SELECT rowid, a
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
