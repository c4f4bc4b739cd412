ALTER TABLE publishers RENAME TO organisations;
ALTER TABLE organisations ADD COLUMN kind TEXT NOT NULL DEFAULT 'publisher';
