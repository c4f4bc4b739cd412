-- name: entity
select u.* from users u where u.nickname = :name
-- name: line
select p.id, p.body, u.nickname as "author.nickname"
from posts p join users u on u.id = p.user_id
where p.id in (:ids)
-- name: rewrite
update posts set body = :body where id = :id
-- name: left join
select p.body, u.nickname from posts p left join users u on u.id = p.user_id
-- name: left join that a condition makes inner
select p.body, u.nickname from posts p left join users u on u.id = p.user_id where u.mood = 'fine'
-- name: right join
select p.body, u.nickname from posts p right join users u on u.id = p.user_id
-- name: full join
select p.body, u.nickname from posts p full join users u on u.id = p.user_id
-- name: self join
select a.nickname, b.nickname as other from users a left join users b on b.id = a.id + 1
-- name: match
select p.id, ts_headline(p.body, q) as marked from posts p, plainto_tsquery('simple', :words) q where p.words @@ q order by ts_rank(p.words, q)
-- name: json_each
select p.id, j.value from posts p, jsonb_array_elements_text(p.meta -> 'tags') j where j.value = :tag
-- name: window
select nickname, row_number() over (partition by mood order by id) as place, lag(nickname) over w as before
from users window w as (order by id)
-- name: insert returning
insert into users (nickname, email) values (:nickname, :email) returning id, nickname as name, email, created_at
-- name: on conflict
insert into counters (name, amount) values (:name, :amount)
on conflict (name) do update set amount = counters.amount + excluded.amount returning amount, doubled
-- name: update from
update posts set body = u.nickname || ': ' || body from users u where u.id = posts.user_id and u.nickname = :name
-- name: delete returning
delete from posts where user_id = :author returning id, body, score
-- name: group by
select u.id, u.nickname, count(p.id) as posts, sum(p.score) as total, max(p.body) as longest
from users u left join posts p on p.user_id = u.id group by u.id
-- name: aggregate without group
select count(*) as n, max(score) as best, avg(score) as t, coalesce(sum(score), 0) as s from posts
-- name: scalar subquery
select p.id, (select nickname from users u where u.id = p.user_id) as author,
  (select count(*) from post_tags t where t.post_id = p.id) as tags from posts p
-- name: union
select nickname as name from users union select name from tags
-- name: union of the same column
select id, nickname from users where mood = :a union all select id, nickname from users where mood = :b
-- name: view
select id, body, author, email from post_lines where author = :name
-- name: view with a left join
select id, author from maybe_authors
-- name: view with a bare column
select id from newest
-- name: exists
select nickname, exists (select 1 from posts p where p.user_id = u.id) as writes from users u
-- name: case, cast, literals
select case when score > 5 then 'good' else 'bad' end as verdict, cast(score as integer) as rounded, 1 as one, 'x' as x, null as none, :p as p from posts
-- name: arrow
select meta ->> 'title' as title, meta -> 'tags' as tags from posts where id = :id and meta ? :key and meta ?| array['a', 'b']
-- name: insert or replace
insert into tags values (:name, :note) on conflict (name) do update set note = excluded.note
-- name: insert from select
insert into post_tags (post_id, tag) select id, :tag from posts where user_id = :author
-- name: indexed by
select * from users where nickname between :from and :to
-- name: like, glob, limit
select nickname from users where nickname like :pattern or email ilike :glob order by id limit :size offset :skip
-- name: date functions
select date_trunc('day', now() - cast(:back as interval)) as day, extract(year from created_at) as year from users
-- name: group_concat
select string_agg(nickname, ', ') as names from users
-- name: nullable text key
select name, note from tags
-- name: nullable and filtered
select email from users where email is not null
-- name: keyword as a name
select "order", body, score from posts where "order" = :order
-- name: not in
select id from posts where user_id not in (:users) and body not in (:bodies)
-- name: nested with
select * from (with x as (select id, body from posts) select * from x) y where y.body = :body
-- name: values
values (1, 'a'), (2, 'b')
-- name: unqualified in a join
select body from posts join users on users.id = posts.user_id where nickname = :name and users.email is not distinct from :email
-- name: name of a common table expression
with users as (select id, upper(nickname) as nickname from public.users) select id from users where nickname = :name
-- name: comments and CRLF
select /* :not */ id -- :this either
from users where nickname = ':nor this' or nickname = :name;
-- name: left join of a subquery
select u.nickname, x.n from users u left join (select user_id, count(*) as n from posts group by user_id) x on x.user_id = u.id
-- name: three tables
select p.id, u.nickname, c.name from posts p left join users u on u.id = p.user_id left join categories c on c.id = p."order" where p.id = :id
-- name: anti join
select p.id, u.id as user_id from posts p left join users u on u.id = p.user_id where u.id is null
-- name: cte used twice
with busy as (select user_id from posts group by user_id having count(*) > :n) select u.nickname from users u where u.id in (select user_id from busy)
-- name: reversed comparison
select id from users where :name = nickname
-- name: parameter used twice
select id from users where nickname = :name or email = :name
-- name: recursive
with recursive path(id, parent_id, name, depth) as (
  select id, parent_id, name, 0 from categories where id = :id
  union all
  select c.id, c.parent_id, c.name, path.depth + 1 from categories c join path on path.parent_id = c.id
)
select id, name, parent_id, depth from path order by depth
-- name: enum, uuid, json, arrays
select u.mood, u.token, p.meta, p.labels, min(u.mood) over () as least from users u join posts p on p.user_id = u.id
where u.mood = :mood and u.token = :token and p.meta @> :part and :label = any(p.labels) and u.mood in (:moods)
-- name: slice and casts
select p.labels[1:2] as two, p.id::text as id, :n::int as n from posts p where p.id = :id::bigint
-- name: writable common table expression
with gone as (delete from posts where user_id = :author returning id, body) select id, body from gone
-- name: quoted names of another schema
select n.id, n."Text" as text from other.notes n where n."Text" = :text
-- name: lateral
select u.nickname, x.body from users u left join lateral (select p.body from posts p where p.user_id = u.id order by p.id desc limit 1) x on true
-- name: grouping sets
select u.mood, count(*) as n, 'x' as x from users u group by rollup (u.mood)
-- name: distinct on
select distinct on (user_id) user_id, body from posts order by user_id, id desc
-- name: for update
select id from posts where id = :id for update
-- name: function that may write
select touch(:n) as touched
-- name: dollar quotes and escapes
select $$ :not $$ as a, E'it\'s :not' as b, /* /* :not */ :not */ :n::int as c
-- name: parenthesised
(select id from users where id = :id) union all (select id from users where nickname = :name)
-- name: optional parameters
select id from users where (:name is null or nickname = :name) and (:mood is null or mood = :mood) and (:id is null or id = :id)
-- name: keyset
select id, created_at from users where (created_at, id) < (:at, :id) order by created_at desc, id desc limit :size
-- name: optional block
select p.id, p.body from posts p where p.user_id = :author /*[*/ and p.body like :text /*]*/ /*[*/ and p.id in (:ids) /*]*/ order by p.id
-- name: optional join
select p.id, u.nickname, u.email from posts p left join users u on u.id = p.user_id
/*[*/ join categories c on c.id = p."order" and c.name = :category /*]*/
where p.id > :id /*[*/ and u.nickname = :author /*]*/
-- name: optional arm of a union
select id, body from posts where id = :id /*[*/ union all select id, nickname from users where nickname = :name /*]*/
-- name: optional end of the result
select max(p.id) as newest, count(*) as n from posts p /*[*/ where p.user_id = :author group by p.user_id /*]*/
-- name: blocks that share parameters
select p.id from posts p where p.user_id = :author /*[*/ and p.id between :from and :until /*]*/ order by /*[*/ abs(p.id - :from), /*]*/ p.id
-- name: type from another block
select id from users where id > :id /*[*/ and (:name is null or nickname = :name) /*]*/ /*[*/ and mood = :mood /*]*/
-- name: list of rows
select post_id, tag from post_tags where (post_id, tag) in (:keys)
-- name: not in a list of rows
select p.id from posts p join users u on u.id = p.user_id where (u.nickname, p.id, lower(p.body)) NOT IN ( :keys ) and p.user_id in (:users)
-- name: list of rows in a block
select p.id from posts p where p.id > :id /*[*/ and (p.user_id, p.body) in (:keys) /*]*/ /*[*/ and p.score = :score /*]*/
-- name: list of rows twice, over a table twice
select a.id from users a left join users b on b.id = a.id + 1 where (a.id, a.nickname) in (:keys) or (b.id, b.nickname) in (:keys)
-- name: list of rows that are deleted
delete from post_tags where (post_id, tag) in (:keys) returning tag
-- name: list of rows of many types
select id from users where (id, nickname, email, mood, created_at, token) in (:keys)
-- name: row of a list of rows
select tag from post_tags where row (post_id, tag) in (:keys)
