-- every name here is one that generated code has for itself
create table keys (
  id integer primary key,
  key text not null unique,
  kin text,
  changes integer not null,
  at timestamp,
  "all" text,
  count integer,
  get text,
  find text,
  query text,
  stream text,
  scope text,
  sql text,
  shape text,
  mapping text,
  instance text,
  "select" text,
  other text,
  that text,
  "row" text,
  columns text,
  entity text,
  value text,
  with_x text,
  x text,
  doors_count integer,
  doors text,
  query_doors text,
  with_doors text
);
create table doors (
  id integer primary key,
  key_id integer not null references keys,
  kin_id integer references keys (id),
  at_id integer references keys (id),
  changes_id integer references doors,
  open text,
  close text
);
-- facade methods
create table opens (id integer primary key, name text);
create table transactions (id integer primary key, "open" integer references opens);
create table "transaction" (id integer primary key, name text);
create table dsl (id integer primary key, name text);
create table "in" (id integer primary key, name text);
create table scope (id integer primary key, name text);
create table "open" (id integer primary key, name text);
create table "close" (id integer primary key, name text);
create table "using" (id integer primary key, name text);
create table listen (id integer primary key, name text);
