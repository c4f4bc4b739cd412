create table things (
  id integer primary key,
  big bigint,
  small smallint,
  tiny tinyint,
  flag boolean not null default true,
  bool bool,
  price decimal(10, 2),
  amount numeric(10, 2) not null default 0,
  huge numeric,
  ratio real,
  wide double precision,
  narrow float,
  day date default current_date,
  clock time default current_time,
  moment datetime default current_timestamp,
  stamp timestamp default current_timestamp,
  created timestamp not null default (strftime('%Y-%m-%d %H:%M:%f', 'now')),
  zoned timestamp with time zone,
  bytes blob,
  picture longblob,
  data json,
  document jsonb,
  uid uuid,
  name varchar(20) not null default 'it''s',
  fixed char(3),
  native nvarchar(160),
  long_text clob,
  untyped,
  text_number text default 42,
  money money,
  enumerated enum,
  int2 int2,
  int8 int8,
  unsigned_big unsigned big int,
  mediumint mediumint,
  "two words" character varying(255),
  year year,
  array "text[]",
  point point,
  default_expr integer default (1 + 2),
  default_null text default null,
  default_hex integer default 0x10,
  default_negative integer not null default -1,
  default_blob blob default x'0102',
  default_true boolean default (1 = 1)
);
create table ids (id bigint primary key, parent_id bigint references ids, name text);
create table hashes (hash blob primary key, name text);
create table hash_users (id integer primary key, hash blob not null references hashes);
create table days (day date primary key, note text);
create table day_notes (id integer primary key, day date not null references days, body text);
create table prices (amount decimal(10, 2) primary key);
create table price_uses (id integer primary key, amount decimal(10, 2) references prices);
create table switches (state boolean primary key, name text);
create table lamps (id integer primary key, state boolean not null references switches);
create table scores (value real primary key);
create table score_uses (id integer primary key, value real references scores);
