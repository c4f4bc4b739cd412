-- self references, several foreign keys between two tables, composite ones, one-to-one, a cycle
CREATE TABLE company (id INTEGER PRIMARY KEY, name TEXT NOT NULL, head_id INTEGER REFERENCES person (id));
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name VARCHAR(80) NOT NULL,
  boss_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  company_id INTEGER NOT NULL REFERENCES company (id) ON DELETE CASCADE
);
CREATE TABLE passport (person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE, number TEXT NOT NULL UNIQUE);
CREATE TABLE room (
  building TEXT NOT NULL,
  floor INTEGER NOT NULL,
  number INTEGER NOT NULL,
  seats INTEGER NOT NULL DEFAULT 4,
  PRIMARY KEY (building, floor, number)
);
CREATE TABLE booking (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  building TEXT NOT NULL,
  booked_by INTEGER NOT NULL REFERENCES person (id),
  floor INTEGER NOT NULL,
  number INTEGER NOT NULL,
  paid_by INTEGER REFERENCES person (id) ON UPDATE CASCADE,
  hours NUMERIC(4, 1) NOT NULL,
  price NUMERIC GENERATED ALWAYS AS (hours * 10) VIRTUAL,
  FOREIGN KEY (building, floor, number) REFERENCES room (building, floor, number) ON UPDATE CASCADE,
  UNIQUE (building, floor, number, hours)
);
CREATE TABLE orphan (id INTEGER PRIMARY KEY, lost_id INTEGER REFERENCES nowhere (id));
CREATE TABLE alone (note TEXT);
