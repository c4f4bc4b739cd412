CREATE TABLE t (
  a INT,
  b INT,
  pa INT,
  pb INT,
  PRIMARY KEY (a, b),
  FOREIGN KEY (pa, pb) REFERENCES t (a, b) ON DELETE SET NULL
);
