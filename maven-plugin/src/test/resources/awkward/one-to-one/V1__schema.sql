create table users (id integer primary key, name text not null);
create table profiles (user_id integer primary key references users on delete cascade, bio text);
create table settings (
  id integer primary key,
  user_id integer not null unique references users,
  theme text not null default 'light'
);
create table avatars (id integer primary key, user_id integer references users, url text not null);
create unique index avatars_user on avatars (user_id);
-- inheritance: every employee is a user, every manager an employee
create table employees (id integer primary key references users (id), salary integer not null);
create table managers (id integer primary key references employees (id), bonus integer);
