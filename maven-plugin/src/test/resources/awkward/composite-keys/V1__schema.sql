create table tenants (id integer primary key, name text not null);
create table accounts (
  tenant_id integer not null references tenants,
  number text not null,
  owner text,
  primary key (tenant_id, number)
);
create table projects (
  tenant_id integer not null,
  code text not null,
  account_number text,
  primary key (tenant_id, code),
  foreign key (tenant_id) references tenants (id),
  foreign key (tenant_id, account_number) references accounts (tenant_id, number)
);
create table tasks (
  tenant_id integer not null references tenants,
  project_code text not null,
  no integer not null,
  parent_no integer,
  assignee text,
  reviewer text,
  primary key (tenant_id, project_code, no),
  foreign key (tenant_id, project_code) references projects (tenant_id, code) on delete cascade,
  foreign key (tenant_id, project_code, parent_no) references tasks (tenant_id, project_code, no),
  foreign key (tenant_id, assignee) references accounts (tenant_id, number),
  foreign key (tenant_id, reviewer) references accounts (tenant_id, number)
);
-- columns of the key in another order than in the table it refers to
create table notes (
  task_no integer not null,
  project text not null,
  tenant integer not null,
  body text not null,
  foreign key (task_no, project, tenant) references tasks (no, project_code, tenant_id)
);
