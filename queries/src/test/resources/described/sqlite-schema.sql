create table users (
  id integer primary key,
  nickname varchar(40) not null unique,
  email text,
  mood text not null default 'fine',
  created_at timestamp not null default current_timestamp
);
create table posts (
  id integer primary key,
  user_id integer not null references users,
  body text not null,
  score decimal(8, 2),
  meta json,
  "order" integer
);
create table tags (name text primary key, note);
create table post_tags (post_id integer not null references posts, tag text not null references tags, primary key (post_id, tag)) without rowid;
create table categories (id integer primary key, parent_id integer references categories, name text not null);
create table counters (name text not null, amount integer not null, doubled integer generated always as (amount * 2) not null, unique (name)) strict;
create virtual table posts_fts using fts5(body, content = 'posts', content_rowid = 'id');
create view post_lines as select p.id, p.body, u.nickname as author, u.email from posts p join users u on u.id = p.user_id;
create view maybe_authors as select p.id, u.nickname as author from posts p left join users u on u.id = p.user_id;
create view newest as select max(id) as id, nickname from users;
