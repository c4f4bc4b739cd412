create table countries (code char(2) primary key, name text not null) without rowid;
create table cities (
  name text not null,
  country_code char(2) not null references countries,
  primary key (country_code, name)
);
create table tags (name text primary key collate nocase, color text);
create table photos (id text primary key, title text);
create table photo_tags (
  photo_id text not null references photos,
  tag text not null collate nocase references tags,
  primary key (photo_id, tag)
);
create table labels (id integer primary key, tag_name text collate nocase references tags (name));
create table places (
  region text collate nocase not null,
  name text collate nocase not null,
  primary key (region, name)
);
create table visits (
  id integer primary key,
  region text not null collate nocase,
  place text not null collate nocase,
  foreign key (region, place) references places (region, name)
);
