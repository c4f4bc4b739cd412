CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  nickname VARCHAR(40) UNIQUE,
  email TEXT
);
