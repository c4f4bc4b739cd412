CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  nick TEXT NOT NULL UNIQUE,
  email TEXT
);
CREATE UNIQUE INDEX users_email ON users (email); -- one each
