CREATE TABLE categories (
  id        INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES categories (id),
  name      TEXT NOT NULL COLLATE NOCASE,
  UNIQUE (parent_id, name)
);
CREATE TABLE book_categories (
  book_id     INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
  category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE CASCADE,
  PRIMARY KEY (book_id, category_id)
) WITHOUT ROWID;
