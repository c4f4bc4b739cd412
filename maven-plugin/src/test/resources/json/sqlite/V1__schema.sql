create table customers (
  id integer primary key,
  name text not null unique,
  address json not null,
  billing text,
  phones json,
  notes text
);
create table orders (
  id integer primary key,
  customer_id integer not null references customers,
  address json
);
