create table strict_things (
  id integer primary key,
  i int not null,
  n integer,
  r real,
  t text,
  b blob,
  a any
) strict;
create table words (word text primary key, length integer not null) without rowid;
create table counted (id integer primary key autoincrement not null, name nvarchar(160));
create table backwards (id integer primary key desc, name text);
create table key_only (id integer primary key);
create table pair_only (a text not null, b text not null, primary key (a, b));
create table keyless (name text not null, amount integer);
create table keyless_unique (code text unique, name text);
create virtual table documents using fts5(title, body);
