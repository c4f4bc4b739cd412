create collation nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
-- without a key, and with rows that the database takes for equal
create table readings (
  kind int not null,
  name text collate nocase,
  amount numeric,
  place jsonb,
  doc json,
  tags text[]
);
create view halves as select name, amount / 2 as half, doc from readings;
create table codes (code text not null unique, kind int not null);
