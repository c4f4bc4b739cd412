create type mood as enum ('fine', 'sad');
create domain email_address as text check (value like '%@%');
create table users (
  id bigint generated always as identity primary key,
  nickname varchar(40) not null unique,
  email email_address,
  mood mood not null default 'fine',
  created_at timestamptz not null default now(),
  token uuid
);
create table posts (
  id bigint generated always as identity primary key,
  user_id bigint not null references users,
  body text not null,
  score numeric(8, 2),
  meta jsonb,
  words tsvector generated always as (to_tsvector('simple', body)) stored,
  labels text[] not null default '{}',
  "order" int
);
create table tags (name text primary key, note text);
create table post_tags (post_id bigint not null references posts, tag text not null references tags, primary key (post_id, tag));
create table categories (id bigint primary key, parent_id bigint references categories, name text not null);
create table counters (name text not null unique, amount int not null, doubled int not null generated always as (amount * 2) stored);
create view post_lines as select p.id, p.body, u.nickname as author, u.email from posts p join users u on u.id = p.user_id;
create view maybe_authors as select p.id, u.nickname as author from posts p left join users u on u.id = p.user_id;
create view newest as select max(id) as id from users;
create schema other;
create table other.notes (id int primary key, "Text" text not null);
create function touch(int) returns int language sql volatile as 'select $1';
