CREATE TABLE t (
  a INT,
  b INT,
  c TEXT,
  PRIMARY KEY (a, b)
);
