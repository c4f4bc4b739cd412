CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  nick TEXT NOT NULL,
  email TEXT
);
CREATE UNIQUE INDEX users_nick ON users (nick);
