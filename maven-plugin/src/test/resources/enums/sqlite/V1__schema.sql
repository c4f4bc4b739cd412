create table users (
  id integer primary key,
  name text not null unique,
  role text not null default 'writer' check (role in ('admin', 'writer')),
  mood text check (mood in ('so-so', 'so so', '', '1st', 'it''s "me"\', 'ADMIN', 'admin', 'class') or mood is null),
  boss_id integer references users,
  unique (role, name)
);
create table user_roles (
  role text primary key not null check (role = 'admin' or 'writer' = role),
  grade text not null constraint grades check (grade in ('a', 'b', 'c') and length(grade) = 1),
  title text collate nocase check (title in ('x'))
);
create table groups (name text primary key not null check (name in ('g', 'h')));
create table members (
  group_name text not null check (group_name in ('g', 'h')) references groups,
  kind text not null check (kind in ('k1', 'k2')),
  primary key (group_name, kind)
);
create table grades (kind text primary key not null check (kind in ('k1', 'k2')), points bigint not null);
