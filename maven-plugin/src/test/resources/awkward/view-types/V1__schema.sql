create table orders (
  id integer primary key,
  total_cents integer not null,
  qty integer not null,
  price real not null,
  discount numeric,
  paid boolean,
  note text,
  created_at datetime
);
insert into orders values (1, 1999, 3, 0.5, 1.25, 1, '2.5', '2024-01-02 03:04:05');
create view sums as
  select id, total_cents / 100.0 as total, qty * price as line, max(qty, price) as most,
    coalesce(qty, 0.5) as c, case when qty > 9 then qty else 2.5 end as e from orders;
create view expressions as
  select total_cents / 100 as whole, total_cents % 10 as digit, -price as minus, discount * qty as reduced,
    note + 1 as text_plus, 1 + note as plus_text, paid + 1 as paid_plus, iif(qty > 9, qty, price) as either,
    ifnull(discount, qty) as fallback, nullif(qty, 3) as gone, min(qty, 2.5) as smallest, round(price) as rounded,
    abs(total_cents) as positive, cast(price as integer) as cut, cast(qty as real) as made_real,
    cast(created_at as date) as cast_date, qty > 1 as many, note is null as missing, qty || '' as joined,
    coalesce(note, qty) as mixed, length(note) as letters, date(created_at) as on_day, created_at as moment,
    max(created_at, created_at) as later, julianday(created_at) as julian, coalesce(paid, 0) as settled,
    case when paid then 1 else 0 end as bit, (select avg(qty) from orders) as mean,
    (select sum(price) from orders) as revenue, (select count(*) from orders where qty > 99) as rare,
    sum(qty) over () as running, lag(qty, 1, 0.5) over (order by id) as previous, 1 / 0 as by_zero
  from orders;
create view parts as select qty as n from orders union all select price from orders;
create view of_parts as select max(n) as top, n from parts;
create view renamed (one, two) as
  with o as (select qty, price from orders), p (q, r) as (select qty, qty * price from o)
  select q, r from p left join orders on orders.id = p.q;
create view empty_sums as select sum(qty) as total, max(price) as most, count(*) as n from orders where qty > 99;
create view unread as select id, qty == 3 as three, price from orders;
