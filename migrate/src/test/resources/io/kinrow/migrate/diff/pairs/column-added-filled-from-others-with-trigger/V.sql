-- + column users.slug: TEXT NOT NULL

-- Views and triggers that change or are in the way
DROP TRIGGER users_log;

-- Change table users
ALTER TABLE users ADD COLUMN slug TEXT;
UPDATE users SET slug = lower(nick);
ALTER TABLE users ALTER COLUMN slug SET NOT NULL;

-- Triggers
CREATE TRIGGER users_log AFTER UPDATE ON users BEGIN INSERT INTO log VALUES (new.nick); END;
