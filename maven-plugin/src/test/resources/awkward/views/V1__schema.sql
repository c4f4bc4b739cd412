create table authors (id integer primary key, name text not null);
create table books (
  id integer primary key,
  author_id integer not null references authors,
  title text not null,
  price numeric(10, 2) not null,
  published date
);
create view titles as select title from books;
create view catalogue as
  select b.id, b.title, a.name as author, b.price * 2 as twice, upper(b.title) as loud, b.published
  from books b join authors a on a.id = b.author_id;
create view sales (author, books, total, average) as
  select a.name, count(b.id), sum(b.price), avg(b.price)
  from authors a left join books b on b.author_id = a.id group by a.id;
create view constants as select 1 as one, 'two' as two, 3.0 as three, null as none, x'04' as four;
create view "Odd View" as select id as "the id", 'x' || name as "and name" from authors;
create view recursive_numbers as
  with recursive n(i) as (values (1) union all select i + 1 from n where i < 5) select i from n;
create view titles_again as select * from titles;
create view unnamed as select max(price), count(*) from books;
create trigger titles_insert instead of insert on titles begin
  insert into books (author_id, title, price) values (1, new.title, 0);
end;
-- without a key, and with rows that SQLite takes for equal
create table readings (kind integer not null, name text collate nocase, x);
create view halves as select name, kind / 2.0 as half from readings;
create table codes (code text not null unique, kind integer not null);
insert into codes values ('c', 1), ('a', 2), ('b', 1), ('d', 2), ('e', 1), ('f', 2), ('g', 1), ('h', 1);
