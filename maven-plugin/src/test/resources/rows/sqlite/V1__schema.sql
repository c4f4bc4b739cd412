create table things (
  id integer primary key,
  code uuid not null,
  mood text not null,
  price decimal(8, 2) not null,
  at timestamp not null,
  day date not null,
  hour time not null,
  flag boolean not null,
  ratio double not null,
  name varchar(10) not null,
  amount numeric not null,
  data blob not null
);
