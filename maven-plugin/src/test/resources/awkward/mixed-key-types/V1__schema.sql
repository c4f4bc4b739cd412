-- keys of one type that are referred to by columns of another
create table numbers (id numeric primary key, name text not null);
create table codes (id integer primary key, name text not null);
create table reals (id real primary key, name text not null);
create table uses (
  id integer primary key,
  number_id integer not null references numbers,
  code_id text references codes,
  real_id integer references reals
);
