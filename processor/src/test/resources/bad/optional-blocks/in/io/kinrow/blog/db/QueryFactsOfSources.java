package io.kinrow.blog.db;

import io.kinrow.runtime.internal.QueryFacts;
import io.kinrow.runtime.internal.QueryFacts.Block;
import io.kinrow.runtime.internal.QueryFacts.Column;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import io.kinrow.runtime.internal.QueryFacts.Parameter;
import io.kinrow.runtime.internal.QueryFacts.Query;

@QueryFacts(
    value = {
  @Query(
      text = "delete from posts where id = :id /*[*/ and user_id = :author /*]*/",
      sql = "delete from posts where id = ? and user_id = ?",
      parameters = {@Parameter(name = "id", table = "posts", column = "id"), @Parameter(name = "author", table = "posts", column = "user_id")},
      binds = {0, 1},
      rows = false,
      writes = true,
      blocks = {@Block(start = 31, end = 46, firstBind = 1, endBind = 2, parameters = {1})}),
  @Query(
      text = "select p.id from posts p where p.id > :min /*[*/ and p.id in (:ids) /*]*/",
      sql = "select p.id from posts p where p.id > ? and p.id in (select +value from json_each(?))",
      parameters = {@Parameter(name = "min", table = "posts", column = "id"), @Parameter(name = "ids", list = true, table = "posts", column = "id")},
      binds = {0, 1},
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL)
      },
      blocks = {@Block(start = 40, end = 85, firstBind = 1, endBind = 2, parameters = {1})}),
  @Query(
      text = "select r.reply_to_id, r.body from posts r where r.body <> :not /*[*/ and r.reply_to_id in (:id) /*]*/",
      sql = "select r.reply_to_id, r.body from posts r where r.body <> ? and r.reply_to_id in (select +value from json_each(?))",
      parameters = {@Parameter(name = "not", table = "posts", column = "body"), @Parameter(name = "id", list = true, table = "posts", column = "reply_to_id")},
      binds = {0, 1},
      rows = true,
      columns = {
        @Column(label = "reply_to_id", table = "posts", column = "reply_to_id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.NOT_NULL)
      },
      blocks = {@Block(start = 60, end = 114, firstBind = 1, endBind = 2, parameters = {1})}),
  @Query(
      text = "select p.id from posts p",
      sql = "select p.id from posts p",
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL)
      })
})
final class QueryFactsOfSources {}
