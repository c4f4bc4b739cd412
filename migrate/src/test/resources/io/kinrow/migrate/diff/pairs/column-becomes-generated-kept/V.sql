-- ~ column t.b: generated none → AS (a * 2)

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  id INTEGER PRIMARY KEY,
  a INT,
  b INT AS (a * 2)
);
INSERT INTO kinrow_new_t (id, a)
  SELECT id, a
  FROM t;
CREATE TABLE kinrow_parked_t AS
  SELECT o.id, o.b, n.b AS kinrow_after_b FROM t AS o JOIN kinrow_new_t AS n ON n.id = o.id;
CREATE UNIQUE INDEX kinrow_parked_t_key ON kinrow_parked_t (id);
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
