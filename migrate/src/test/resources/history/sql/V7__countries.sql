CREATE TABLE countries (
  code CHAR(2) NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

INSERT INTO countries VALUES ('NO', 'Norway'), ('DK', 'Denmark'), ('SE', 'Sweden'), ('XX', 'Elsewhere');
