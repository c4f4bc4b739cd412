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
          text = "select p.id from posts p where (p.user_id, p.created_at) in (:keys)",
          sql =
              "select p.id from posts p where (p.user_id, p.created_at) in (select value ->> 0, value ->> 1 from json_each(?) /* posts.user_id, posts.created_at */)",
          parameters = {
            @Parameter(
                name = "keys",
                list = true,
                row = {
                  @Element(table = "posts", column = "user_id"),
                  @Element(table = "posts", column = "created_at")
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
          text = "select p.id from posts p where (p.user_id, lower(p.body), x) in (:keys)",
          sql =
              "select p.id from posts p where (p.user_id, lower(p.body), x) in (select value ->> 0, value ->> 1, value ->> 2 from json_each(?) /* posts.user_id, text, text */)",
          parameters = {
            @Parameter(
                name = "keys",
                list = true,
                row = {
                  @Element(table = "posts", column = "user_id"),
                  @Element,
                  @Element
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
              "select p.id from posts p where (p.user_id, p.created_at) in (:keys) and p.id = :id",
          sql =
              "select p.id from posts p where (p.user_id, p.created_at) in (select value ->> 0, value ->> 1 from json_each(?) /* posts.user_id, posts.created_at */) and p.id = ?",
          parameters = {
            @Parameter(
                name = "keys",
                list = true,
                row = {
                  @Element(table = "posts", column = "user_id"),
                  @Element(table = "posts", column = "created_at")
                }),
            @Parameter(name = "id", table = "posts", column = "id")
          },
          binds = {0, 1},
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
              "select p.id from posts p where 1 = 1 /*[*/ and (p.user_id, p.created_at) in (:keys) /*]*/",
          sql =
              "select p.id from posts p where 1 = 1 and (p.user_id, p.created_at) in (select value ->> 0, value ->> 1 from json_each(?) /* posts.user_id, posts.created_at */) ",
          parameters = {
            @Parameter(
                name = "keys",
                list = true,
                row = {
                  @Element(table = "posts", column = "user_id"),
                  @Element(table = "posts", column = "created_at")
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
          },
          blocks = {
            @Block(start = 37, end = 157, firstBind = 0, endBind = 1, parameters = {0})
          })
    })
final class QueryFactsOfSources {}
