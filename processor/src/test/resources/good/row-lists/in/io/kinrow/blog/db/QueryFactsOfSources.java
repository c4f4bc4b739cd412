package io.kinrow.blog.db;

import io.kinrow.runtime.internal.QueryFacts;
import io.kinrow.runtime.internal.QueryFacts.Block;
import io.kinrow.runtime.internal.QueryFacts.Column;
import io.kinrow.runtime.internal.QueryFacts.Element;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import io.kinrow.runtime.internal.QueryFacts.Parameter;
import io.kinrow.runtime.internal.QueryFacts.Query;

@QueryFacts(
    value = {
      @Query(
          text = "select p.id from posts p where (p.user_id, p.body, p.reply_to_id) in (:keys)",
          sql =
              "select p.id from posts p where (p.user_id, p.body, p.reply_to_id) in (select value ->> 0, value ->> 1, value ->> 2 from json_each(?) /* posts.user_id, posts.body, posts.reply_to_id */)",
          parameters = {
            @Parameter(
                name = "keys",
                list = true,
                row = {
                  @Element(table = "posts", column = "user_id"),
                  @Element(table = "posts", column = "body"),
                  @Element(table = "posts", column = "reply_to_id")
                })
          },
          binds = {0},
          rows = true,
          columns = {
            @Column(
                label = "id",
                table = "posts",
                column = "id",
                nullability = Nullability.NOT_NULL)
          }),
      @Query(
          text =
              "delete from posts where 1 = 1 /*[*/ and (user_id, lower(body)) not in (:keys) /*]*/",
          sql =
              "delete from posts where 1 = 1 and (user_id, lower(body)) not in (select value ->> 0, value ->> 1 from json_each(?) /* posts.user_id, text */) ",
          parameters = {
            @Parameter(
                name = "keys",
                list = true,
                row = {@Element(table = "posts", column = "user_id"), @Element})
          },
          binds = {0},
          rows = false,
          writes = true,
          blocks = {
            @Block(start = 30, end = 142, firstBind = 0, endBind = 1, parameters = {0})
          }),
      @Query(
          text = "update posts set body = :body where (id, user_id) in (:of)",
          sql =
              "update posts set body = ? where (id, user_id) in (select value ->> 0, value ->> 1 from json_each(?) /* posts.id, posts.user_id */)",
          parameters = {
            @Parameter(name = "body", table = "posts", column = "body"),
            @Parameter(
                name = "of",
                list = true,
                row = {
                  @Element(table = "posts", column = "id"),
                  @Element(table = "posts", column = "user_id")
                })
          },
          binds = {0, 1},
          rows = false,
          writes = true),
      @Query(
          text =
              "select p.id, u.id as \"author.id\", u.nickname as \"author.nickname\" from posts p left join users u on u.id = p.user_id",
          sql =
              "select p.id, u.id as \"author.id\", u.nickname as \"author.nickname\" from posts p left join users u on u.id = p.user_id",
          rows = true,
          columns = {
            @Column(
                label = "id",
                table = "posts",
                column = "id",
                nullability = Nullability.NOT_NULL),
            @Column(
                label = "author.id",
                table = "users",
                column = "id",
                nullability = Nullability.NULLABLE,
                because = "`users` is on the optional side of a LEFT JOIN"),
            @Column(
                label = "author.nickname",
                table = "users",
                column = "nickname",
                nullability = Nullability.NULLABLE,
                because = "`users` is on the optional side of a LEFT JOIN")
          }),
      @Query(
          text = "select p.user_id, p.id from posts p where p.user_id in (:id)",
          sql =
              "select p.user_id, p.id from posts p where p.user_id in (select +value from json_each(?))",
          parameters = {
            @Parameter(name = "id", list = true, table = "posts", column = "user_id")
          },
          binds = {0},
          rows = true,
          columns = {
            @Column(
                label = "user_id",
                table = "posts",
                column = "user_id",
                nullability = Nullability.NOT_NULL),
            @Column(
                label = "id",
                table = "posts",
                column = "id",
                nullability = Nullability.NOT_NULL)
          })
    },
    files =
        @QueryFacts.File(
            name = "Reports",
            methods =
                @QueryFacts.Method(
                    name = "matching",
                    text =
                        "select p.id from posts p where (p.user_id, p.body, p.reply_to_id) in (:keys)")))
final class QueryFactsOfSources {}
