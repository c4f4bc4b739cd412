create table class (
  id integer primary key,
  class text not null,
  hash_code integer not null,
  get_class text,
  notify text,
  notify_all text,
  wait integer,
  to_string text,
  equals boolean,
  clone text,
  finalize text
);
create table interface (
  id integer primary key,
  "class" integer not null references class,
  get_class_id integer references class,
  hash_code_id integer references class,
  "new" text,
  "null" text,
  "true" integer,
  "_" text,
  yield text,
  var text,
  record text,
  sealed text,
  "this" text,
  "super" text,
  "int" integer,
  "enum" text,
  "package" text,
  "goto" text,
  "const" text,
  "static" text
);
create table "hash code" (id integer primary key, name text);
create table "new" (id integer primary key, name text);
create table "void" (id integer primary key references "new", name text);
