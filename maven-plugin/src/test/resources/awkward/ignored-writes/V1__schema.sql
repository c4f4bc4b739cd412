create table tags (
  id integer primary key,
  name text not null unique on conflict ignore,
  code text unique on conflict replace
);
create table guarded (id integer primary key, name text not null);
create trigger guarded_insert before insert on guarded when new.name = 'no'
begin select raise(ignore); end;
create trigger guarded_update before update on guarded when new.name = 'no'
begin select raise(ignore); end;
create table amounts (id integer primary key, amount decimal(10, 2) not null unique on conflict ignore);
