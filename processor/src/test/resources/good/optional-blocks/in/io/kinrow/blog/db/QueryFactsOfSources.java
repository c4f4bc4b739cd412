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
      text = "select p.id, p.body from posts p where p.reply_to_id is null /*[*/ and p.body like :text /*]*/ /*[*/ and p.id in (:ids) and p.created_at > :since /*]*/ order by p.id",
      sql = "select p.id, p.body from posts p where p.reply_to_id is null and p.body like ? and p.id in (select +value from json_each(?)) and p.created_at > ? order by p.id",
      parameters = {@Parameter(name = "text", table = "posts", column = "body", type = String.class), @Parameter(name = "ids", list = true, table = "posts", column = "id"), @Parameter(name = "since", table = "posts", column = "created_at")},
      binds = {0, 1, 2},
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.NOT_NULL)
      },
      blocks = {@Block(start = 61, end = 79, firstBind = 0, endBind = 1, parameters = {0}), @Block(start = 79, end = 146, firstBind = 1, endBind = 3, parameters = {1, 2})}),
  @Query(
      text = "select p.* from posts p where p.user_id = :reader /*[*/ and p.created_at > :since /*]*/",
      sql = "select p.* from posts p where p.user_id = ? and p.created_at > ?",
      parameters = {@Parameter(name = "reader", table = "posts", column = "user_id"), @Parameter(name = "since", table = "posts", column = "created_at")},
      binds = {0, 1},
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.NOT_NULL),
        @Column(label = "created_at", table = "posts", column = "created_at", nullability = Nullability.NOT_NULL),
        @Column(label = "user_id", table = "posts", column = "user_id", nullability = Nullability.NOT_NULL),
        @Column(label = "reply_to_id", table = "posts", column = "reply_to_id", nullability = Nullability.NULLABLE, because = "posts.reply_to_id accepts it")
      },
      blocks = {@Block(start = 44, end = 64, firstBind = 1, endBind = 2, parameters = {1})}),
  @Query(
      text = "select p.id from posts p",
      sql = "select p.id from posts p",
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "select r.reply_to_id, r.body from posts r where r.reply_to_id in (:id) /*[*/ and r.body like :text /*]*/",
      sql = "select r.reply_to_id, r.body from posts r where r.reply_to_id in (select +value from json_each(?)) and r.body like ?",
      parameters = {@Parameter(name = "id", list = true, table = "posts", column = "reply_to_id"), @Parameter(name = "text", table = "posts", column = "body")},
      binds = {0, 1},
      rows = true,
      columns = {
        @Column(label = "reply_to_id", table = "posts", column = "reply_to_id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.NOT_NULL)
      },
      blocks = {@Block(start = 99, end = 116, firstBind = 1, endBind = 2, parameters = {1})}),
  @Query(
      text = "update posts set body = :body where id = :id /*[*/ and user_id = :author /*]*/",
      sql = "update posts set body = ? where id = ? and user_id = ?",
      parameters = {@Parameter(name = "body", table = "posts", column = "body"), @Parameter(name = "id", table = "posts", column = "id"), @Parameter(name = "author", table = "posts", column = "user_id")},
      binds = {0, 1, 2},
      rows = false,
      writes = true,
      blocks = {@Block(start = 39, end = 54, firstBind = 2, endBind = 3, parameters = {2})}),
  @Query(
      text = "select u.* from users u where u.id > :id /*[*/ and u.nickname = :name /*]*/ /*[*/ and u.id in (:ids) /*]*/",
      sql = "select u.* from users u where u.id > ? and u.nickname = ? and u.id in (select +value from json_each(?))",
      parameters = {@Parameter(name = "id", table = "users", column = "id"), @Parameter(name = "name", table = "users", column = "nickname"), @Parameter(name = "ids", list = true, table = "users", column = "id")},
      binds = {0, 1, 2},
      rows = true,
      columns = {
        @Column(label = "id", table = "users", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "nickname", table = "users", column = "nickname", nullability = Nullability.NOT_NULL),
        @Column(label = "email", table = "users", column = "email", nullability = Nullability.NOT_NULL),
        @Column(label = "about_me", table = "users", column = "about_me", nullability = Nullability.NULLABLE, because = "users.about_me accepts it"),
        @Column(label = "last_seen", table = "users", column = "last_seen", nullability = Nullability.NULLABLE, because = "users.last_seen accepts it")
      },
      blocks = {@Block(start = 39, end = 58, firstBind = 1, endBind = 2, parameters = {1}), @Block(start = 58, end = 103, firstBind = 2, endBind = 3, parameters = {2})})
},
    files = @QueryFacts.File(
        name = "Reports",
        methods = @QueryFacts.Method(name = "matching", doc = "Users.", text = "select u.* from users u where u.id > :id /*[*/ and u.nickname = :name /*]*/ /*[*/ and u.id in (:ids) /*]*/")))
final class QueryFactsOfSources {}
