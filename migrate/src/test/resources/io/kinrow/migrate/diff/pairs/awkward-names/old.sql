CREATE TABLE "order" ("select" INT, "a b" TEXT, "it's" TEXT, [x.y] INT);
