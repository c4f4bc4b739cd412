CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  nick TEXT NOT NULL UNIQUE,
  email TEXT,
  age INT CHECK (age >= 0)
);
