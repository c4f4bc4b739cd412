create table "order" (
  "select" integer primary key,
  "from" text not null,
  "group by" integer,
  "default" text default 'none',
  "where" date
);
create table "Order Details" (
  "Order ID" integer not null references "order" ("select"),
  "Line No" integer not null,
  "Unit Price" numeric(10, 2) not null,
  "table" text,
  primary key ("Order ID", "Line No")
);
create index "index" on "Order Details" ("Unit Price");
create unique index "unique" on "order" ("from");
