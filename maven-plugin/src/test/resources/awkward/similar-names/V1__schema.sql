create table user_groups (
  id integer primary key,
  user_name text not null,
  userName text not null,
  "user name" text,
  user_name2 text,
  "USER__NAME" text,
  "user-name" text
);
create table usergroups (id integer primary key, user_groups_id integer references user_groups);
create table UserGroup (id integer primary key, user_groups_id integer not null references user_groups);
create table "user-group" (id integer primary key, user_groups_id integer references user_groups);
create table USER__GROUP (id integer primary key, user_group_id integer references UserGroup);
