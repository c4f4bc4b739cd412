create type mood as enum ('fine', 'in-progress', 'a"b,c');
create domain email as varchar(20) check (value like '%@%');
create table things (
  id bigint primary key,
  code uuid not null,
  mood mood not null,
  price numeric(8, 2) not null,
  at timestamp not null,
  day date not null,
  hour time not null,
  flag boolean not null,
  ratio double precision not null,
  name varchar(10) not null,
  amount numeric not null,
  data bytea not null,
  fixed char(4) not null,
  email email not null,
  zoned timestamptz not null,
  small smallint not null
);
