CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  nick VARCHAR(40) NOT NULL UNIQUE,
  email TEXT
);
CREATE UNIQUE INDEX users_email ON users (email);
