ALTER TABLE organisations DROP COLUMN kind;
ALTER TABLE organisations RENAME TO publishers;
