-- Undoes the migration of this version.

-- Rebuild table f
CREATE TABLE kinrow_new_f (a REFERENCES users ON DELETE CASCADE, b REFERENCES users);
INSERT INTO kinrow_new_f (rowid, a, b)
  SELECT rowid, a, b
  FROM f;
DROP TABLE f;
ALTER TABLE kinrow_new_f RENAME TO f;
