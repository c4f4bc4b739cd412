create table tenants (id bigint not null primary key, name text not null unique);
create table accounts (
  tenant_id bigint not null references tenants,
  number text not null,
  owner text,
  primary key (tenant_id, number)
);
create table badges (id bigint not null primary key, label text not null);
create table account_badges (
  tenant_id bigint not null,
  number text not null,
  badge_id bigint not null references badges,
  primary key (tenant_id, number, badge_id),
  foreign key (tenant_id, number) references accounts (tenant_id, number)
);
-- a relation named author from a table that is named as its alias would be
create table author_1 (
  id bigint not null primary key,
  "order" bigint not null,
  tenant_id bigint not null references tenants,
  assignee text,
  author_id bigint references author_1,
  foreign key (tenant_id, assignee) references accounts (tenant_id, number)
);
-- one to one, along a unique key that is not the primary key
create table profiles (tenant_name text not null primary key references tenants (name), bio text);
-- the referenced key can be NULL
create table teams (id bigint not null primary key, code text unique);
create table members (id bigint not null primary key, team_code text references teams (code));
create view owners as select tenant_id, number, owner from accounts where owner is not null;
