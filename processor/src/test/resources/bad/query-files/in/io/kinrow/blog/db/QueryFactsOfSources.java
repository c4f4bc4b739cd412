package io.kinrow.blog.db;

import io.kinrow.runtime.internal.QueryFacts;
import io.kinrow.runtime.internal.QueryFacts.Column;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import io.kinrow.runtime.internal.QueryFacts.Parameter;
import io.kinrow.runtime.internal.QueryFacts.Query;

@QueryFacts(
    value = {
  @Query(
      text = "delete from posts where (id, lower(body)) in (:keys)",
      sql = "delete from posts where (id, lower(body)) in (select value ->> 0, value ->> 1 from json_each(?) /* posts.id, text */)",
      parameters = {
        @Parameter(
            name = "keys",
            list = true,
            row = {
              @QueryFacts.Element(table = "posts", column = "id"),
              @QueryFacts.Element
            })
      },
      binds = {0},
      rows = false,
      writes = true),
  @Query(
      text = "delete from posts where (id, user_id) in (:keys)",
      sql = "delete from posts where (id, user_id) in (select value ->> 0, value ->> 1 from json_each(?) /* posts.id, posts.user_id */)",
      parameters = {
        @Parameter(
            name = "keys",
            list = true,
            row = {
              @QueryFacts.Element(table = "posts", column = "id"),
              @QueryFacts.Element(table = "posts", column = "user_id")
            })
      },
      binds = {0},
      rows = false,
      writes = true),
  @Query(
      text = "select id, id as b from posts",
      sql = "select id, id as b from posts",
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "b", table = "posts", column = "id", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "delete from posts where (id, user_id, id) in (:keys)",
      sql = "delete from posts where (id, user_id, id) in (select value ->> 0, value ->> 1, value ->> 2 from json_each(?) /* posts.id, posts.user_id, posts.id */)",
      parameters = {
        @Parameter(
            name = "keys",
            list = true,
            row = {
              @QueryFacts.Element(table = "posts", column = "id"),
              @QueryFacts.Element(table = "posts", column = "user_id"),
              @QueryFacts.Element(table = "posts", column = "id")
            })
      },
      binds = {0},
      rows = false,
      writes = true),
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
      text = "select 1 as a_b, 2 as aB",
      sql = "select 1 as a_b, 2 as aB",
      rows = true,
      columns = {
        @Column(label = "a_b", nullability = Nullability.UNKNOWN),
        @Column(label = "aB", nullability = Nullability.UNKNOWN)
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
            @QueryFacts.Method(
                name = "ofExpressions",
                text = "delete from posts where (id, lower(body)) in (:keys)"),
            @QueryFacts.Method(
                name = "of",
                text = "delete from posts where (id, user_id) in (:keys)"),
            @QueryFacts.Method(name = "ofKeys", text = "select id, id as b from posts"),
            @QueryFacts.Method(
                name = "ofOneColumnTwice",
                text = "delete from posts where (id, user_id, id) in (:keys)"),
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
