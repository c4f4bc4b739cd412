create table posts (
  id integer primary key,
  body text not null,
  likes integer not null default 0,
  version integer not null default 0
);
create table notes (id integer primary key, body text not null, version integer);
create table members (
  team text not null,
  name text not null,
  role text not null,
  version integer not null,
  primary key (team, name)
);
create unique index members_version on members (name, version);
create table stamps (id integer primary key, body text not null, changed timestamp, version text);
create table files (id integer primary key, body text not null, version text not null);
create table counted (
  id integer primary key,
  body text not null,
  size integer generated always as (length(body)) stored,
  version integer not null default 1
);
create table logged (id integer primary key, body text not null, seen integer not null default 0, version integer not null default 1);
create trigger logged_seen after update of body on logged begin
  update logged set seen = seen + 1 where id = new.id;
end;
create table guarded (id integer primary key, body text not null, version integer not null default 1);
create trigger guarded_no before update on guarded when new.body = 'no' begin
  select raise(ignore);
end;
create trigger guarded_keep before delete on guarded when old.body = 'keep' begin
  select raise(ignore);
end;
create table refs (id integer primary key, post_id integer not null references posts);
create view post_versions as select id, version from posts;
create table keyless (version integer);
