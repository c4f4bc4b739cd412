create table shops (
  id integer primary key,
  code text unique,
  name text not null,
  version integer not null,
  created_at timestamp not null
);
create table profiles (shop_id integer primary key references shops, motto text not null);
create table signs (id integer primary key, shop_code text not null references shops (code), words text not null);
create table customers (
  shop_id integer not null references shops,
  number integer not null,
  name text not null,
  primary key (shop_id, number)
);
create table orders (
  id integer primary key,
  title text not null,
  buyer_shop integer not null,
  buyer_number integer not null,
  payer_shop integer,
  payer_number integer,
  total integer not null default 7,
  doubled integer generated always as (total * 2) stored,
  created_at timestamp not null,
  created_by text,
  foreign key (buyer_shop, buyer_number) references customers (shop_id, number),
  foreign key (payer_shop, payer_number) references customers (shop_id, number)
);
create table categories (id text primary key not null, label text not null, parent_id text references categories);
create table messages (
  id integer primary key,
  body text not null,
  sender_id integer not null references shops,
  receiver_id integer not null references shops
);
create table logs (id integer primary key, shop_id integer not null references shops, line text not null);
create trigger logs_shout after insert on logs begin
  update logs set line = upper(line), shop_id = case when line = 'stray' then 1 else shop_id end where id = new.id;
end;
create table tags (id integer primary key, name text not null);
create table shop_tags (
  shop_id integer not null references shops,
  tag_id integer not null references tags,
  primary key (shop_id, tag_id)
);
