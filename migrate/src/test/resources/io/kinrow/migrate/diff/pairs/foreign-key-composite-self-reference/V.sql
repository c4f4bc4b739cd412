-- - foreign key t: (pa, pb) → t (a, b)
-- + foreign key t: (pa, pb) → t (a, b) ON DELETE SET NULL

-- Rebuild table t
CREATE TABLE kinrow_new_t (
  a INT,
  b INT,
  pa INT,
  pb INT,
  PRIMARY KEY (a, b),
  FOREIGN KEY (pa, pb) REFERENCES t (a, b) ON DELETE SET NULL
);
INSERT INTO kinrow_new_t (rowid, a, b, pa, pb)
  SELECT rowid, a, b, pa, pb
  FROM t;
DROP TABLE t;
ALTER TABLE kinrow_new_t RENAME TO t;
