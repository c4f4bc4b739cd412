CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  nick TEXT NOT NULL UNIQUE,
  email TEXT,
  handle TEXT AS ('@' || nick)
);
