CREATE TABLE users (
  id        INTEGER PRIMARY KEY,
  nickname  TEXT NOT NULL UNIQUE,
  email     TEXT NOT NULL,
  about_me  TEXT,
  last_seen TIMESTAMP
);

CREATE UNIQUE INDEX users_email ON users (email);
