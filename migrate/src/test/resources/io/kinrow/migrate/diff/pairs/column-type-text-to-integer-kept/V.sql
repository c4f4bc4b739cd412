-- ~ column t.a: type TEXT → INTEGER

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY,
  a INTEGER
);
INSERT INTO kinrow_new_t (id, a)
  SELECT id, a
  FROM t;
CREATE TABLE kinrow_parked_t AS
  SELECT o.id, o.a, n.a AS kinrow_after_a FROM t AS o JOIN kinrow_new_t AS n ON n.id = o.id;
CREATE UNIQUE INDEX kinrow_parked_t_key ON kinrow_parked_t (id);
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
