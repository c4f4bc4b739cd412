-- keys and what refers to them, of other affinities and collations than theirs
create table binaries (id text not null primary key);
create table folded (id text not null collate nocase primary key);
create table trimmed (id text not null collate rtrim primary key);
create table bare (id not null primary key);
create table numbers (id numeric not null primary key);
create table reals (id real not null primary key);
create table wholes (id integer primary key);
create table refs (
  id integer primary key,
  folded_of_binary text collate nocase references binaries,
  trimmed_of_binary text collate rtrim references binaries,
  binary_of_folded text references folded,
  folded_of_folded text collate nocase references folded,
  binary_of_trimmed text references trimmed,
  bare_of_bare references bare,
  text_of_bare text references bare,
  bare_of_text references binaries,
  number_of_real numeric references reals,
  real_of_number real references numbers,
  whole_of_real integer references reals,
  text_of_whole text references wholes,
  bare_of_whole references wholes,
  number_of_whole numeric references wholes
);
create table binary_links (
  left_id text not null collate nocase references binaries,
  right_id integer not null references wholes,
  primary key (left_id, right_id)
);
