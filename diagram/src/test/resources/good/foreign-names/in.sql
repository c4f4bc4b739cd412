-- names that are markup, words of the formats, right to left, wide, long
CREATE TABLE "<script>alert(1)</script>" (id INTEGER PRIMARY KEY, "a ""quoted"" 'name'" TEXT, "]]>" TEXT, "a&amp;b" TEXT);
CREATE TABLE "class" ("style" INTEGER PRIMARY KEY, "PK" TEXT NOT NULL, "end" TEXT, "classDef" "double precision");
CREATE TABLE "Table" ("Ref" INTEGER PRIMARY KEY, "indexes" TEXT, "Note" TEXT, "class_id" INTEGER REFERENCES "class" ("style"));
CREATE TABLE "🦆 emoji 日本語" ("ключ" INTEGER PRIMARY KEY, "מפתח" TEXT, "مفتاح" TEXT NOT NULL, "é\" TEXT);
CREATE TABLE "1st table; -- no" ("2nd column" INTEGER PRIMARY KEY, "#hash; %% --> x" TEXT DEFAULT 'it''s `so`', "script id" INTEGER REFERENCES "<script>alert(1)</script>" (id));
CREATE TABLE abcdefghijklmnopqrstuvwxyz_abcdefghijklmnopqrstuvwxyz_123456789 (
  abcdefghijklmnopqrstuvwxyz_abcdefghijklmnopqrstuvwxyz_123456789 INTEGER PRIMARY KEY,
  duck INTEGER REFERENCES "🦆 emoji 日本語" ("ключ"),
  "dotted.name" TEXT, "line
feed" TEXT, "${placeholder} $1 @TITLE@" TEXT, "  spaces  " TEXT
);
CREATE TABLE "t_class" (id INTEGER PRIMARY KEY);
