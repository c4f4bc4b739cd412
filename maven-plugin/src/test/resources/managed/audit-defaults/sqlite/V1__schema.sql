create table notes (
  id integer primary key,
  body text not null,
  created_at timestamp not null default '2001-02-03 04:05:06',
  updated_at timestamp not null default '2001-02-03 04:05:06',
  created_by text not null default 'the database',
  updated_by text
);
create table jobs (id integer primary key, body text not null, happened_at timestamp with time zone not null, touched integer not null);
