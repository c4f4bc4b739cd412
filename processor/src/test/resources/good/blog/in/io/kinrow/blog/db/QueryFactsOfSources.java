package io.kinrow.blog.db;

import io.kinrow.runtime.internal.QueryFacts;
import io.kinrow.runtime.internal.QueryFacts.Column;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import io.kinrow.runtime.internal.QueryFacts.Parameter;
import io.kinrow.runtime.internal.QueryFacts.Query;

@QueryFacts(
    value = {
  @Query(
      text = "select u.* from users u where u.nickname = :name",
      sql = "select u.* from users u where u.nickname = ?",
      parameters = {@Parameter(name = "name", table = "users", column = "nickname")},
      binds = {0},
      rows = true,
      columns = {
        @Column(label = "id", table = "users", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "nickname", table = "users", column = "nickname", nullability = Nullability.NOT_NULL),
        @Column(label = "email", table = "users", column = "email", nullability = Nullability.NOT_NULL),
        @Column(label = "about_me", table = "users", column = "about_me", nullability = Nullability.NULLABLE, because = "users.about_me accepts it"),
        @Column(label = "last_seen", table = "users", column = "last_seen", nullability = Nullability.NULLABLE, because = "users.last_seen accepts it")
      }),
  @Query(
      text = "select u.* from users u order by u.id",
      sql = "select u.* from users u order by u.id",
      rows = true,
      columns = {
        @Column(label = "id", table = "users", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "nickname", table = "users", column = "nickname", nullability = Nullability.NOT_NULL),
        @Column(label = "email", table = "users", column = "email", nullability = Nullability.NOT_NULL),
        @Column(label = "about_me", table = "users", column = "about_me", nullability = Nullability.NULLABLE, because = "users.about_me accepts it"),
        @Column(label = "last_seen", table = "users", column = "last_seen", nullability = Nullability.NULLABLE, because = "users.last_seen accepts it")
      }),
  @Query(
      text = "select p.id, p.body, u.nickname as \"author.nickname\"\nfrom posts p join users u on u.id = p.user_id\nwhere p.id in (:ids)\n",
      sql = "select p.id, p.body, u.nickname as \"author.nickname\"\nfrom posts p join users u on u.id = p.user_id\nwhere p.id in (select +value from json_each(?))\n",
      parameters = {@Parameter(name = "ids", list = true, table = "posts", column = "id")},
      binds = {0},
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.NOT_NULL),
        @Column(label = "author.nickname", table = "users", column = "nickname", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "update posts set body = :body where id = :id",
      sql = "update posts set body = ? where id = ?",
      parameters = {@Parameter(name = "body", table = "posts", column = "body"), @Parameter(name = "id", table = "posts", column = "id")},
      binds = {0, 1},
      rows = false,
      writes = true),
  @Query(
      text = "delete from posts where id = :id",
      sql = "delete from posts where id = ?",
      parameters = {@Parameter(name = "id", table = "posts", column = "id")},
      binds = {0},
      rows = false,
      writes = true),
  @Query(
      text = "select count(*) from posts where user_id = :user or reply_to_id = :user",
      sql = "select count(*) from posts where user_id = ? or reply_to_id = ?",
      parameters = {@Parameter(name = "user", table = "posts", column = "user_id")},
      binds = {0, 0},
      rows = true,
      columns = {
        @Column(label = "count(*)", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "select p.*, u.*, r.* from posts p left join users u on u.id = p.user_id left join posts r on r.id = p.reply_to_id",
      sql = "select p.*, u.*, r.* from posts p left join users u on u.id = p.user_id left join posts r on r.id = p.reply_to_id",
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.NOT_NULL),
        @Column(label = "created_at", table = "posts", column = "created_at", nullability = Nullability.NOT_NULL),
        @Column(label = "user_id", table = "posts", column = "user_id", nullability = Nullability.NOT_NULL),
        @Column(label = "reply_to_id", table = "posts", column = "reply_to_id", nullability = Nullability.NULLABLE, because = "posts.reply_to_id accepts it"),
        @Column(label = "id", table = "users", column = "id", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "nickname", table = "users", column = "nickname", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "email", table = "users", column = "email", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "about_me", table = "users", column = "about_me", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "last_seen", table = "users", column = "last_seen", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "created_at", table = "posts", column = "created_at", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "user_id", table = "posts", column = "user_id", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "reply_to_id", table = "posts", column = "reply_to_id", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN")
      }),
  @Query(
      text = "select p.id, r.id as \"parent.id\", r.body as \"parent.body\" from posts p left join posts r on r.id = p.reply_to_id",
      sql = "select p.id, r.id as \"parent.id\", r.body as \"parent.body\" from posts p left join posts r on r.id = p.reply_to_id",
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "parent.id", table = "posts", column = "id", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "parent.body", table = "posts", column = "body", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN")
      }),
  @Query(
      text = "select about_me from users where id = :id",
      sql = "select about_me from users where id = ?",
      parameters = {@Parameter(name = "id", table = "users", column = "id")},
      binds = {0},
      rows = true,
      columns = {
        @Column(label = "about_me", table = "users", column = "about_me", nullability = Nullability.NULLABLE, because = "users.about_me accepts it")
      }),
  @Query(
      text = "select max(last_seen) from users",
      sql = "select max(last_seen) from users",
      rows = true,
      columns = {
        @Column(label = "max(last_seen)", nullability = Nullability.UNKNOWN, because = "max() of no rows is NULL")
      }),
  @Query(
      text = "insert into posts (body, user_id, reply_to_id) values (:body, :userId, :replyTo) returning id, created_at",
      sql = "insert into posts (body, user_id, reply_to_id) values (?, ?, ?) returning id, created_at",
      parameters = {@Parameter(name = "body", table = "posts", column = "body"), @Parameter(name = "userId", table = "posts", column = "user_id"), @Parameter(name = "replyTo", table = "posts", column = "reply_to_id")},
      binds = {0, 1, 2},
      rows = true,
      writes = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "created_at", table = "posts", column = "created_at", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "insert into posts (body, user_id) values (:body, :userId)",
      sql = "insert into posts (body, user_id) values (?, ?)",
      parameters = {@Parameter(name = "body", table = "posts", column = "body"), @Parameter(name = "userId", table = "posts", column = "user_id")},
      binds = {0, 1},
      rows = false,
      writes = true),
  @Query(
      text = "select p.* from posts p where p.user_id = :reader",
      sql = "select p.* from posts p where p.user_id = ?",
      parameters = {@Parameter(name = "reader", table = "posts", column = "user_id")},
      binds = {0},
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.NOT_NULL),
        @Column(label = "created_at", table = "posts", column = "created_at", nullability = Nullability.NOT_NULL),
        @Column(label = "user_id", table = "posts", column = "user_id", nullability = Nullability.NOT_NULL),
        @Column(label = "reply_to_id", table = "posts", column = "reply_to_id", nullability = Nullability.NULLABLE, because = "posts.reply_to_id accepts it")
      }),
  @Query(
      text = "select q.* from posts p join posts q on q.id = p.reply_to_id",
      sql = "select q.* from posts p join posts q on q.id = p.reply_to_id",
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.UNKNOWN, because = "`posts` is used several times"),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.UNKNOWN, because = "`posts` is used several times"),
        @Column(label = "created_at", table = "posts", column = "created_at", nullability = Nullability.UNKNOWN, because = "`posts` is used several times"),
        @Column(label = "user_id", table = "posts", column = "user_id", nullability = Nullability.UNKNOWN, because = "`posts` is used several times"),
        @Column(label = "reply_to_id", table = "posts", column = "reply_to_id", nullability = Nullability.NULLABLE, because = "`posts` is used several times")
      }),
  @Query(
      text = "vacuum",
      sql = "vacuum",
      rows = false,
      writes = true),
  @Query(
      text = "select p.id, p.body from posts p where p.reply_to_id is null order by p.id",
      sql = "select p.id, p.body from posts p where p.reply_to_id is null order by p.id",
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "select r.reply_to_id, r.id, r.user_id from posts r where r.reply_to_id in (:id) and r.created_at > :since order by r.id",
      sql = "select r.reply_to_id, r.id, r.user_id from posts r where r.reply_to_id in (select +value from json_each(?)) and r.created_at > ? order by r.id",
      parameters = {@Parameter(name = "id", list = true, table = "posts", column = "reply_to_id"), @Parameter(name = "since", table = "posts", column = "created_at")},
      binds = {0, 1},
      rows = true,
      columns = {
        @Column(label = "reply_to_id", table = "posts", column = "reply_to_id", nullability = Nullability.NULLABLE, because = "posts.reply_to_id accepts it"),
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "user_id", table = "posts", column = "user_id", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "select f.followed_id, u.* from followers f join users u on u.id = f.follower_id where f.followed_id in (:userId)",
      sql = "select f.followed_id, u.* from followers f join users u on u.id = f.follower_id where f.followed_id in (select +value from json_each(?))",
      parameters = {@Parameter(name = "userId", list = true, table = "followers", column = "followed_id")},
      binds = {0},
      rows = true,
      columns = {
        @Column(label = "followed_id", table = "followers", column = "followed_id", nullability = Nullability.NOT_NULL),
        @Column(label = "id", table = "users", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "nickname", table = "users", column = "nickname", nullability = Nullability.NOT_NULL),
        @Column(label = "email", table = "users", column = "email", nullability = Nullability.NOT_NULL),
        @Column(label = "about_me", table = "users", column = "about_me", nullability = Nullability.NULLABLE, because = "users.about_me accepts it"),
        @Column(label = "last_seen", table = "users", column = "last_seen", nullability = Nullability.NULLABLE, because = "users.last_seen accepts it")
      }),
  @Query(
      text = "select 1 as one, u.nickname as \"author.nickname\", u.about_me as \"author.about_me\" from posts p left join users u on u.id = p.user_id where u.last_seen > :last and p.id in (:ids)",
      sql = "select ...",
      parameters = {@Parameter(name = "last", table = "users", column = "last_seen"), @Parameter(name = "ids", list = true, table = "posts", column = "id")},
      binds = {0, 1},
      rows = true,
      columns = {
        @Column(label = "one", type = Long.class, nullability = Nullability.NOT_NULL),
        @Column(label = "author.nickname", table = "users", column = "nickname", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "author.about_me", table = "users", column = "about_me", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN")
      })
},
    files = @QueryFacts.File(
        name = "Reports",
        methods = {
          @QueryFacts.Method(
              name = "everybody",
              doc = "All users.",
              text = "select u.* from users u order by u.id"),
          @QueryFacts.Method(
              name = "one",
              result = QueryFacts.Result.ONE,
              text = "select about_me from users where id = :id"),
          @QueryFacts.Method(
              name = "maybe",
              result = QueryFacts.Result.OPTIONAL,
              text = "select about_me from users where id = :id"),
          @QueryFacts.Method(
              name = "joined",
              result = QueryFacts.Result.STREAM,
              doc = "Posts,\nand their authors */ {@code x}.",
              text = "select 1 as one, u.nickname as \"author.nickname\", u.about_me as \"author.about_me\" from posts p left join users u on u.id = p.user_id where u.last_seen > :last and p.id in (:ids)"),
          @QueryFacts.Method(
              name = "remove",
              result = QueryFacts.Result.EXEC,
              text = "delete from posts where id = :id")
        }))
final class QueryFactsOfSources {}
