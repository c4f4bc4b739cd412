-- Undoes the migration of this version.
-- Drops, with everything written to it: order.quo"te
-- It cannot bring back:
--   how the values of order.select were written before their type became TEXT
--   which rows of order had no it's

-- Rebuild table order
CREATE TABLE kinrow_new_order ("select" INT, "a b" TEXT, "it's" TEXT, [x.y] INT);
INSERT INTO kinrow_new_order (rowid, "select", "a b", "it's", "x.y")
  SELECT rowid, "select", "a b", "it's", "x.y"
  FROM "order";
DROP TABLE "order";
ALTER TABLE kinrow_new_order RENAME TO "order";
