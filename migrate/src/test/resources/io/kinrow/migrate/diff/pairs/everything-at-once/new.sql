CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  nickname VARCHAR(64) NOT NULL UNIQUE,
  email TEXT COLLATE NOCASE
);
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  body TEXT,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX posts_user ON articles (user_id, id);
CREATE VIEW v AS SELECT title, body FROM articles;
CREATE TABLE labels (id INTEGER PRIMARY KEY, article_id INT REFERENCES articles);
