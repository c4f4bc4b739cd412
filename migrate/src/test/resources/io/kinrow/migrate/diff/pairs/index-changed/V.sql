-- ~ index i: ON users (email) → ON users (lower ( email ) DESC, nick COLLATE NOCASE) WHERE email is not null

-- Indexes that are dropped
DROP INDEX i;

-- Indexes
CREATE INDEX i ON users (lower(email) DESC, nick COLLATE NOCASE) WHERE email IS NOT NULL;
