create table "posts" ("id" integer not null, [body] text not null, user_id integer not null, -- author
  primary key (id), foreign key (user_id) references users on delete cascade);
CREATE TABLE IF NOT EXISTS users (id INTEGER NOT NULL PRIMARY KEY, nick TEXT NOT NULL, email TEXT DEFAULT NULL, UNIQUE (nick));
