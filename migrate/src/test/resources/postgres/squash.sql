CREATE SCHEMA shop;
CREATE EXTENSION citext;
CREATE TYPE shop.mood AS ENUM ('in-progress', 'it''s done');
CREATE TYPE place AS (city text COLLATE "C", zip char(5));
CREATE DOMAIN code AS varchar(10) COLLATE "C" DEFAULT 'x' NOT NULL CONSTRAINT short CHECK (length(VALUE) < 9);
CREATE FUNCTION distance(a float8, b float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT a - b';
CREATE TYPE span AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = distance);
CREATE SEQUENCE shop.numbers AS int INCREMENT BY 5 MAXVALUE 1000 CYCLE;

CREATE TABLE shop.items (
  id int GENERATED ALWAYS AS IDENTITY (START WITH 10) PRIMARY KEY,
  name citext NOT NULL UNIQUE,
  price numeric(10, 2) DEFAULT 1.5 CONSTRAINT positive CHECK (price > 0),
  twice numeric GENERATED ALWAYS AS (price * 2) STORED,
  code code,
  mood shop.mood DEFAULT 'in-progress',
  number int DEFAULT nextval('shop.numbers'),
  "Its place" place,
  tags text[],
  at timestamptz DEFAULT '2026-01-02 03:04:05.123456+02',
  valid span,
  raw bytea,
  EXCLUDE USING gist (valid WITH &&)
) WITH (fillfactor = 70);
CREATE TABLE parts (
  id bigserial PRIMARY KEY,
  item int NOT NULL CONSTRAINT of_item REFERENCES shop.items ON DELETE CASCADE DEFERRABLE,
  parent bigint REFERENCES parts,
  UNIQUE (item, id)
);
CREATE TABLE log (at serial, what text);
CREATE UNLOGGED TABLE cache (k text) ;
CREATE TABLE base (id int);
CREATE TABLE derived (more text) INHERITS (base);

CREATE TABLE events (id int NOT NULL, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE INDEX events_at ON events (at DESC);

CREATE INDEX items_price ON shop.items (price DESC NULLS LAST, lower(code)) WHERE price > 2;
CREATE UNIQUE INDEX items_code ON shop.items (code COLLATE "C" varchar_pattern_ops) INCLUDE (number);
CREATE STATISTICS items_statistics ON price, number FROM shop.items;

CREATE FUNCTION priced(item shop.items) RETURNS numeric LANGUAGE sql STABLE AS $$ SELECT item.price $$;
CREATE VIEW names AS SELECT i.id, i.name, priced(i) AS p FROM shop.items i;
CREATE VIEW a_before AS SELECT name AS "The name" FROM names GROUP BY name;
CREATE VIEW grouped WITH (security_barrier) AS SELECT id, name, count(*) FROM shop.items GROUP BY id;
CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS n FROM shop.items;
CREATE UNIQUE INDEX totals_n ON totals (n);
CREATE MATERIALIZED VIEW empty AS SELECT 1 AS one WITH NO DATA;

CREATE FUNCTION logged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO log (what) VALUES (new.name || '; ${not a placeholder}');
  RETURN new;
END $$;
CREATE PROCEDURE nothing(INOUT x int DEFAULT 1) LANGUAGE plpgsql AS 'BEGIN x := x + 1; END';
CREATE TRIGGER logs AFTER INSERT ON shop.items FOR EACH ROW EXECUTE FUNCTION logged();
CREATE TRIGGER off BEFORE UPDATE OF price ON shop.items FOR EACH ROW WHEN (new.price > 9) EXECUTE FUNCTION logged();
ALTER TABLE shop.items DISABLE TRIGGER off;
CREATE RULE kept AS ON DELETE TO log DO INSTEAD NOTHING;
CREATE POLICY mine ON parts FOR UPDATE TO PUBLIC USING (item > 0) WITH CHECK (item < 100);
ALTER TABLE parts ENABLE ROW LEVEL SECURITY;
ALTER TABLE parts REPLICA IDENTITY FULL;
ALTER SEQUENCE shop.numbers OWNED BY shop.items.number;

INSERT INTO shop.items (name, tags, "Its place", valid, raw, code) VALUES
  ('it''s ${x}; \ one', '{a,"b c",NULL}', '("Köln",50667)', '[1,2)', '\x00ff', 'a'),
  ('two', NULL, NULL, NULL, NULL, 'b'),
  ('gone', '{}', '(,)', 'empty', '', 'c');
DELETE FROM shop.items WHERE name = 'gone';
INSERT INTO shop.items (name, code) VALUES ('three', 'd');
INSERT INTO parts (item, parent) SELECT id, NULL FROM shop.items;
UPDATE parts SET parent = 3 WHERE id = 1;
INSERT INTO events VALUES (1, '2026-05-05'), (2, '2000-01-01');
INSERT INTO base VALUES (1);
INSERT INTO derived VALUES (2, 'x');
REFRESH MATERIALIZED VIEW totals;

COMMENT ON TABLE shop.items IS 'What is sold; it''s ${here}';
COMMENT ON COLUMN shop.items."Its place" IS 'where';
COMMENT ON CONSTRAINT of_item ON parts IS 'a key';
COMMENT ON FUNCTION priced(shop.items) IS 'a function';
COMMENT ON TYPE shop.mood IS 'a mood';
COMMENT ON DOMAIN code IS 'a domain';
COMMENT ON TRIGGER logs ON shop.items IS 'a trigger';
GRANT SELECT, INSERT ON shop.items TO PUBLIC;
GRANT UPDATE (price) ON shop.items TO PUBLIC;
REVOKE EXECUTE ON FUNCTION priced(shop.items) FROM PUBLIC;
GRANT USAGE ON SCHEMA shop TO PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

CREATE TABLE "It's; odd" ("a'b" int PRIMARY KEY, "select" text DEFAULT 'it''s', "%s ${x}" int, "É" text);
INSERT INTO "It's; odd" VALUES (1, E'a\nb', 2, 'é');
COMMENT ON COLUMN "It's; odd"."%s ${x}" IS '%I';
CREATE VIEW "odd's" AS SELECT * FROM "It's; odd";
CREATE FUNCTION counted() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT count(*)::int FROM base; END;
CREATE TABLE uses (n int DEFAULT counted());
CREATE SEQUENCE later;
SELECT setval('later', 50, false);
CREATE SEQUENCE untouched START WITH 7;
