-- + table search

-- New table search
CREATE VIRTUAL TABLE search USING fts5(body);
