CREATE TABLE countries_new (
  code TEXT NOT NULL PRIMARY KEY CHECK (length(code) = 2),
  name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO countries_new SELECT code, name FROM countries;
DROP TABLE countries;
ALTER TABLE countries_new RENAME TO countries;
