-- ~ column order.select: type INT → TEXT
-- ~ column order.it's: NULL → NOT NULL
-- ~ column order.it's: default none → 'it''s; -- no'
-- + column order.quo"te: INT
-- Its undo cannot bring back:
--   how the values of order.select were written before their type became TEXT
--   which rows of order had no it's

-- Rebuild table order
CREATE TABLE kinrow_new_order ("select" TEXT, "a b" TEXT, "it's" TEXT NOT NULL DEFAULT 'it''s; -- no', [x.y] INT, "quo""te" INT);
INSERT INTO kinrow_new_order (rowid, "select", "a b", "it's", "x.y")
  SELECT rowid, "select", "a b", coalesce("it's", 'none'), "x.y"
  FROM "order";
DROP TABLE "order";
ALTER TABLE kinrow_new_order RENAME TO "order";
