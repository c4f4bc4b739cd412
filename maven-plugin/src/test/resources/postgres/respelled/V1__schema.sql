create domain cents as numeric(10, 2);
create domain code3 as char(3);
create domain whole_second as timestamptz(0);
create table items (
  id int primary key,
  padded char(4),
  brief varchar(3),
  free varchar,
  label name,
  one "char",
  money numeric(10, 2),
  number numeric,
  price cents,
  code code3,
  moment timestamp,
  moment0 timestamp(0),
  moment3 timestamp(3),
  instant timestamptz,
  second whole_second,
  clock time,
  clock0 time(0),
  zoned timetz,
  single real,
  doc jsonb,
  text_doc json,
  page xml,
  moneys numeric(10, 2)[],
  codes char(3)[],
  shorts varchar(3)[],
  instants timestamptz[],
  moments timestamp[]
);
