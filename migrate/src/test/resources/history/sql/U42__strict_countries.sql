CREATE TABLE countries_old (
  code CHAR(2) NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
INSERT INTO countries_old SELECT code, name FROM countries;
DROP TABLE countries;
ALTER TABLE countries_old RENAME TO countries;
