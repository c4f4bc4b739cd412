create domain code10 as varchar(10);
create domain code10b as code10 check (value <> '');
create domain amount as numeric(10, 2);
create type status as enum ('in-progress', 'class', '1st', 'in progress', 'in_progress', 'in_progress_2', 'In_Progress', 'values', '', 'ordinal', 'it''s "x\y"');

create table a_char3 (id char(3) primary key);
create table b_char3 (id int primary key, ref char(3) references a_char3);
create table a_varchar (id varchar(20) primary key);
create table b_varchar (id int primary key, ref varchar(20) references a_varchar);
create table a_num12 (id numeric(12, 0) primary key);
create table b_num12 (id int primary key, ref numeric(12, 0) references a_num12);
create table a_num (id numeric(10, 2) primary key);
create table b_num (id int primary key, ref numeric references a_num);
create table a_ts (id timestamp primary key);
create table b_ts (id int primary key, ref timestamp references a_ts);
create table a_ts3 (id timestamp(3) primary key);
create table b_ts3 (id int primary key, ref timestamp(3) references a_ts3);
create table a_tstz (id timestamptz(3) primary key);
create table b_tstz (id int primary key, ref timestamptz references a_tstz);
create table a_time (id time primary key);
create table b_time (id int primary key, ref time references a_time);
create table a_timetz (id timetz primary key);
create table b_timetz (id int primary key, ref timetz references a_timetz);
create table a_date (id date primary key);
create table b_date (id int primary key, ref date references a_date);
create table a_domain (id code10 primary key);
create table b_domain (id int primary key, ref code10 references a_domain);
create table a_domain2 (id code10b primary key);
create table b_domain2 (id int primary key, ref varchar(10) references a_domain2);
create table a_amount (id amount primary key);
create table b_amount (id int primary key, ref amount references a_amount);
create table a_status (id status primary key);
create table b_status (id int primary key, ref status references a_status);
create table a_uuid (id uuid primary key);
create table b_uuid (id int primary key, ref uuid references a_uuid);
create table a_bytea (id bytea primary key);
create table b_bytea (id int primary key, ref bytea references a_bytea);
create table a_small (id smallint primary key);
create table b_small (id int primary key, ref bigint references a_small);
create table a_real (id real primary key);
create table b_real (id int primary key, ref real references a_real);
create table a_double (id double precision primary key);
create table b_double (id int primary key, ref double precision references a_double);
create table a_bool (id boolean primary key);
create table b_bool (id int primary key, ref boolean references a_bool);
create table a_name (id name primary key);
create table b_name (id int primary key, ref name references a_name);
create table a_oid (id oid primary key);
create table b_oid (id int primary key, ref oid references a_oid);
create table a_ints (id int[] primary key);
create table b_ints (id int primary key, ref int[] references a_ints);
create table a_jsonb (id jsonb primary key);
create table b_jsonb (id int primary key, ref jsonb references a_jsonb);
create table a_mixed (
  code char(3), state status, price amount, at timestamptz(3), raw bytea,
  primary key (code, state, price, at, raw)
);
create table b_mixed (
  id int primary key, code char(3), state status, price numeric, at timestamptz, raw bytea,
  foreign key (code, state, price, at, raw) references a_mixed
);
create table tag (kind char(2), name code10, primary key (kind, name));
create table item (kind char(2), no numeric(6), primary key (kind, no));
create table item_tag (
  item_kind char(2), item_no numeric(6), tag_kind char(2), tag_name code10,
  primary key (item_kind, item_no, tag_kind, tag_name),
  foreign key (item_kind, item_no) references item,
  foreign key (tag_kind, tag_name) references tag
);
