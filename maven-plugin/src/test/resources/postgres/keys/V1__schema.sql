create table parents (id uuid primary key);
create table children (id int primary key, parent_id uuid references parents);
