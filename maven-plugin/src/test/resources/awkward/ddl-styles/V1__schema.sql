/* block comment; with a semicolon */
-- line comment; with a semicolon
CREATE TABLE IF NOT EXISTS [Customer Orders]
(
    [OrderId] INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, -- the id, a comment
    [Ship Name] NVARCHAR(160)  NOT NULL,
    [Ordered At] DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    [Total] NUMERIC(10,2)  NOT NULL CONSTRAINT [CK_Total] CHECK ([Total] >= 0),
    `Customer` INTEGER NULL,
    "Status" TEXT DEFAULT "new" COLLATE NOCASE,
    'Quoted' TEXT,
    CONSTRAINT [PK_dummy] UNIQUE ([OrderId], [Ship Name]),
    CONSTRAINT [FK_Customer] FOREIGN KEY ([Customer]) REFERENCES [Customers] ([CustomerId])
		ON DELETE NO ACTION ON UPDATE NO ACTION
);
CREATE UNIQUE INDEX [IPK_Orders] ON [Customer Orders]([OrderId]);
CREATE INDEX [IFK_Orders] ON [Customer Orders] ([Customer]);
create	table
  Customers(CustomerId integer not null /* inline */ primary key asc on conflict abort autoincrement,Name text unique on conflict ignore,
  Referrer int references Customers on update cascade on delete set null deferrable initially deferred,
  -- a trailing comment, with a comma
  Email text collate nocase not null unique -- no comma before the end
  /* and one more */ );
CREATE TABLE main."schema_qualified" ("id" INTEGER, "n" INTEGER NOT NULL, PRIMARY KEY("id" AUTOINCREMENT), FOREIGN KEY("n") REFERENCES "Customers"("CustomerId") MATCH FULL);
CREATE TABLE typed_oddly (id INTEGER NOT NULL PRIMARY KEY, a VARCHAR (20), b "long varchar", c INT UNSIGNED, d DOUBLE(10,2), e TEXT(50), f FLOAT(5), g TIMESTAMP(6), h BIT, i BIT(1), j TINYINT(1), k DECIMAL, l NUMBER(10,0), m INTEGER(11) DEFAULT '0', n datetime2, o BOOLEAN CHECK (o IN (0, 1)), p CHARACTER(20), q VARYING CHARACTER(255), r NATIVE CHARACTER(70), s BLOB_TEXT, t STRING, u INTEGER DEFAULT (abs(-5)), v DATETIME DEFAULT (datetime('now','localtime')), w date DEFAULT (date('now')), x INTEGER GENERATED ALWAYS AS (id*2) STORED);
CREATE TABLE as_select AS SELECT 1 AS one, 'x' AS letter, CAST(2.5 AS REAL) AS half;
CREATE TABLE renamed (id INTEGER PRIMARY KEY, old_name TEXT);
ALTER TABLE renamed RENAME TO renamed_table;
ALTER TABLE renamed_table RENAME COLUMN old_name TO new_name;
ALTER TABLE renamed_table ADD COLUMN customer_id INTEGER REFERENCES Customers(CustomerId) ON DELETE CASCADE;
ALTER TABLE renamed_table ADD COLUMN dropped TEXT;
ALTER TABLE renamed_table DROP COLUMN dropped;
CREATE TEMP TABLE scratch (id INTEGER);
DROP TABLE scratch;
PRAGMA user_version = 7;
INSERT INTO Customers (Name, Email) VALUES ('O''Hara; "x"', 'o@x');
