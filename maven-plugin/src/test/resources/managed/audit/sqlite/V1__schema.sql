create table users (id integer primary key, name text not null unique);
create table notes (
  id integer primary key,
  slug text not null unique,
  body text,
  created_at timestamp not null,
  updated_at timestamp with time zone not null,
  created_by integer not null references users,
  updated_by integer references users
);
create table events (id integer primary key, body text not null, on_day date not null, updated_at integer not null);
create table coarse (id integer primary key, body text not null, created_at timestamp not null default current_timestamp, updated_at timestamp);
create table pages (id integer primary key, body text not null, updated_at timestamp not null);
