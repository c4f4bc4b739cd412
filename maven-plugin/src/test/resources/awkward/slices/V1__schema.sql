create table logs (line text not null);
create table codes (code text not null unique, label text);
create table loose_codes (code text unique, label text);
create table tags (name text collate nocase primary key, weight real);
create table owners (id integer primary key, name text not null);
create table things (
  id integer primary key,
  owner_id integer references owners,
  kind not null,
  note json
);
create view named_things as select id, kind from things;
