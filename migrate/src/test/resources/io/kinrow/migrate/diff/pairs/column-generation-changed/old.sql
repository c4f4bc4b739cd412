CREATE TABLE t (
  id INTEGER PRIMARY KEY,
  a INT,
  b INT AS (a * 2)
);
