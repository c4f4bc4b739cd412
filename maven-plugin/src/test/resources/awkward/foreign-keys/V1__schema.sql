-- two and three to one table, named and unnamed; to the table itself; to a unique key; to nowhere
create table people (
  id integer primary key,
  email text not null unique,
  boss_id integer references people,
  mentor_id integer,
  constraint mentor foreign key (mentor_id) references people (id) on delete set null
);
create table messages (
  id integer primary key,
  sender_id integer not null references people on delete cascade,
  recipient_id integer references people,
  forwarded_by text,
  body text not null,
  constraint messages_forwarder foreign key (forwarded_by) references people (email) on update cascade
);
create table flights (
  id integer primary key,
  pilot integer not null,
  copilot integer,
  foreign key (pilot) references people (id),
  foreign key (copilot) references people (id)
);
create table orphans (
  id integer primary key,
  house_id integer references houses (id),
  name text not null
);
create table chickens (id integer primary key, egg_id integer references eggs, name text not null);
create table eggs (
  id integer primary key,
  chicken_id integer not null references chickens deferrable initially deferred
);
