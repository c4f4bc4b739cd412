-- + table a
-- + table b

-- New table b
CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INT REFERENCES a);

-- New table a
CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INT REFERENCES b);
