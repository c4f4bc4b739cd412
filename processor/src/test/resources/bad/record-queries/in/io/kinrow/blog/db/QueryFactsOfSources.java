package io.kinrow.blog.db;

import io.kinrow.runtime.internal.QueryFacts;
import io.kinrow.runtime.internal.QueryFacts.Block;
import io.kinrow.runtime.internal.QueryFacts.Column;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import io.kinrow.runtime.internal.QueryFacts.Parameter;
import io.kinrow.runtime.internal.QueryFacts.Query;

@QueryFacts({
  @Query(
      text = "select p.id, p.body from posts p",
      sql = "select p.id, p.body from posts p",
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "select p.id, u.nickname as body from posts p join users u on u.id = p.user_id",
      sql = "select p.id, u.nickname as body from posts p join users u on u.id = p.user_id",
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "users", column = "nickname", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "insert into posts (id) values (:id) returning id, body",
      sql = "insert into posts (id) values (?) returning id, body",
      parameters = {@Parameter(name = "id", table = "posts", column = "id")},
      binds = {0},
      rows = true,
      writes = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.NOT_NULL)
      })
})
final class QueryFactsOfSources {}
