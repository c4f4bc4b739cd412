CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  nick TEXT NOT NULL UNIQUE,
  email TEXT
);
CREATE INDEX i ON users (email);
