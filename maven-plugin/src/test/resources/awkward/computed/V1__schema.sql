create table rectangles (
  id integer primary key,
  width real not null check (width > 0),
  height real not null check (height > 0),
  area real generated always as (width * height) stored,
  label text as (width || ' x ' || height) virtual not null,
  kind text not null default 'plain' check (kind <> 'square')
);
create table people (
  id integer primary key,
  first text not null,
  last text not null,
  full_name text generated always as (first || ' ' || last)
);
create unique index people_full_name on people (full_name);
create index people_lower on people (lower(last));
create unique index people_lower_first on people (lower(first), last);
create index people_partial on people (last) where first = 'Ann';
create unique index people_one_king on people (last) where first = 'King';
create unique index rectangles_kind on rectangles (kind) where kind <> 'plain';
