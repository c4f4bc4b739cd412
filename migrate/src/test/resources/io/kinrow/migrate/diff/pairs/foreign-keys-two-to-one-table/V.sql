-- - foreign key f: (a) → users (id) ON DELETE CASCADE
-- - foreign key f: (b) → users (id)
-- + foreign key f: (a) → users (id)
-- + foreign key f: (b) → users (id) ON DELETE CASCADE

-- Rebuild table f
CREATE TABLE kinrow_new_f (a REFERENCES users, b REFERENCES users ON DELETE CASCADE);
INSERT INTO kinrow_new_f (rowid, a, b)
  SELECT rowid, a, b
  FROM f;
DROP TABLE f;
ALTER TABLE kinrow_new_f RENAME TO f;
