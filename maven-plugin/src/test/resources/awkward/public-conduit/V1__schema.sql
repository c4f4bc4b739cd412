create table users (
  id text primary key, username text not null unique, password text not null,
  email text not null unique, bio text, image text);
create table articles (
  id text primary key, user_id text not null references users (id) on delete cascade,
  slug text not null unique, title text not null, description text not null, body text not null,
  created_at timestamp not null default current_timestamp,
  updated_at timestamp not null default current_timestamp);
create index articles_user on articles (user_id);
create table article_favorites (
  article_id text not null references articles (id) on delete cascade,
  user_id text not null references users (id) on delete cascade,
  primary key (article_id, user_id)) without rowid;
create table follows (
  user_id text not null references users (id) on delete cascade,
  follow_id text not null references users (id) on delete cascade,
  primary key (user_id, follow_id), check (user_id <> follow_id));
create table tags (id text primary key, name text not null unique collate nocase);
create table article_tags (
  article_id text not null references articles (id) on delete cascade,
  tag_id text not null references tags (id) on delete cascade,
  primary key (article_id, tag_id));
create table comments (
  id text primary key, body text not null,
  article_id text not null references articles (id) on delete cascade,
  user_id text not null references users (id) on delete cascade,
  created_at timestamp not null default current_timestamp);
create view article_stats as
  select a.id as article_id, a.slug, count(f.user_id) as favorites
  from articles a left join article_favorites f on f.article_id = a.id group by a.id;
