create table members (
  id integer primary key,
  email text not null unique,
  boss_id integer references members,
  price decimal(10, 2),
  joined date not null,
  code uuid unique
);
create table notes (
  id integer primary key,
  member_id integer not null references members,
  copy_to text references members (email),
  body text not null
);
create table seats (
  member_id integer not null references members,
  day date not null,
  row text,
  primary key (member_id, day)
);
create table seat_uses (
  id integer primary key,
  seat_member_id integer not null,
  seat_day date not null,
  foreign key (seat_member_id, seat_day) references seats
);
create table tags (code uuid primary key not null, name text not null);
create table member_tags (
  member_id integer not null references members,
  tag_code uuid not null references tags,
  primary key (member_id, tag_code)
);
create view member_lines as select id, email, price, joined from members;
