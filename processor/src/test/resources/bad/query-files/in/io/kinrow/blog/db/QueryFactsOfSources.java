package io.kinrow.blog.db;

import io.kinrow.runtime.internal.QueryFacts;
import io.kinrow.runtime.internal.QueryFacts.Column;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import io.kinrow.runtime.internal.QueryFacts.Parameter;
import io.kinrow.runtime.internal.QueryFacts.Query;

@QueryFacts(
    value = {
  @Query(
      text = "select u.* from users u",
      sql = "select u.* from users u",
      rows = true,
      columns = {
        @Column(label = "id", table = "users", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "nickname", table = "users", column = "nickname", nullability = Nullability.NOT_NULL),
        @Column(label = "email", table = "users", column = "email", nullability = Nullability.NOT_NULL),
        @Column(label = "about_me", table = "users", column = "about_me", nullability = Nullability.NULLABLE, because = "users.about_me accepts it"),
        @Column(label = "last_seen", table = "users", column = "last_seen", nullability = Nullability.NULLABLE, because = "users.last_seen accepts it")
      }),
  @Query(
      text = "select id, body from posts",
      sql = "select id, body from posts",
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "select u.nickname from posts p left join users u on u.id = p.user_id",
      sql = "select u.nickname from posts p left join users u on u.id = p.user_id",
      rows = true,
      columns = {
        @Column(label = "nickname", table = "users", column = "nickname", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN")
      }),
  @Query(
      text = "select id from posts where id = :id",
      sql = "select id from posts where id = ?",
      parameters = {@Parameter(name = "id", table = "posts", column = "id")},
      binds = {0},
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "select id from posts where id in (:ids)",
      sql = "select id from posts where id in (?)",
      parameters = {@Parameter(name = "ids", list = true, table = "posts", column = "id")},
      binds = {0},
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "select u.nickname as \"author.nickname\" from posts p left join users u on u.id = p.user_id",
      sql = "select u.nickname as \"author.nickname\" from posts p left join users u on u.id = p.user_id",
      rows = true,
      columns = {
        @Column(label = "author.nickname", table = "users", column = "nickname", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN")
      }),
  @Query(
      text = "select r.id as \"author.id\", u.nickname as \"author.nickname\" from posts p left join posts r on r.id = p.reply_to_id left join users u on u.id = r.user_id",
      sql = "select r.id as \"author.id\", u.nickname as \"author.nickname\" from posts p left join posts r on r.id = p.reply_to_id left join users u on u.id = r.user_id",
      rows = true,
      columns = {
        @Column(label = "author.id", table = "posts", column = "id", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "author.nickname", table = "users", column = "nickname", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN")
      }),
  @Query(
      text = "select u.* from posts p left join users u on u.id = p.user_id",
      sql = "select u.* from posts p left join users u on u.id = p.user_id",
      rows = true,
      columns = {
        @Column(label = "id", table = "users", column = "id", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "nickname", table = "users", column = "nickname", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "email", table = "users", column = "email", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "about_me", table = "users", column = "about_me", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "last_seen", table = "users", column = "last_seen", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN")
      }),
  @Query(
      text = "select :x as x",
      sql = "select ? as x",
      parameters = {@Parameter(name = "x")},
      binds = {0},
      rows = true,
      columns = {
        @Column(label = "x", nullability = Nullability.UNKNOWN)
      }),
  @Query(
      text = "delete from posts",
      sql = "delete from posts",
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
      text = "insert into posts (id) values (:id) returning id",
      sql = "insert into posts (id) values (?) returning id",
      parameters = {@Parameter(name = "id", table = "posts", column = "id")},
      binds = {0},
      rows = true,
      writes = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "select 1 as a_b, 2 as aB",
      sql = "select 1 as a_b, 2 as aB",
      rows = true,
      columns = {
        @Column(label = "a_b", nullability = Nullability.UNKNOWN),
        @Column(label = "aB", nullability = Nullability.UNKNOWN)
      }),
  @Query(
      text = "select p.id, count(*) as \"author.posts\" from posts p",
      sql = "select p.id, count(*) as \"author.posts\" from posts p",
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "author.posts", type = Long.class, nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "select id from posts where body in (:body)",
      sql = "select id from posts where body in (?)",
      parameters = {@Parameter(name = "body", list = true, table = "posts", column = "body")},
      binds = {0},
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "select 'x' as text",
      sql = "select 'x' as text",
      rows = true,
      columns = {
        @Column(label = "text", type = String.class, nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "select id, count(*) from posts",
      sql = "select id, count(*) from posts",
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "count(*)", type = Long.class, nullability = Nullability.NOT_NULL)
      })
},
    files = {
      @QueryFacts.File(
          name = "User",
          methods = @QueryFacts.Method(name = "all", text = "select u.* from users u")),
      @QueryFacts.File(
          name = "Wrong",
          methods = {
            @QueryFacts.Method(name = "unasked", text = "select 8"),
            @QueryFacts.Method(
                name = "noRows",
                result = QueryFacts.Result.MANY,
                text = "delete from posts"),
            @QueryFacts.Method(
                name = "rows",
                result = QueryFacts.Result.EXEC,
                text = "select u.* from users u"),
            @QueryFacts.Method(name = "untypedColumn", text = "select 1 as a_b, 2 as aB"),
            @QueryFacts.Method(name = "untypedParameter", text = "select :x as x"),
            @QueryFacts.Method(name = "unnamed", text = "select id, count(*) from posts")
          })
    })
final class QueryFactsOfSources {}
