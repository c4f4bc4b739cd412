CREATE TABLE "order" ("select" TEXT, "a b" TEXT, "it's" TEXT NOT NULL DEFAULT 'it''s; -- no', [x.y] INT, "quo""te" INT);
