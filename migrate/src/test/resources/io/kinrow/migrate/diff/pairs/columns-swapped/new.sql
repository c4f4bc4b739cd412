CREATE TABLE t (
  b TEXT,
  a TEXT
);
