package io.kinrow.blog.db;

import io.kinrow.runtime.internal.QueryFacts;
import io.kinrow.runtime.internal.QueryFacts.Block;
import io.kinrow.runtime.internal.QueryFacts.Column;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import io.kinrow.runtime.internal.QueryFacts.Parameter;
import io.kinrow.runtime.internal.QueryFacts.Query;

@QueryFacts({
  @Query(
      text = "select p.id, p.body, u.nickname as \"author.nickname\" from posts p join users u on u.id = p.user_id where p.user_id = :reader /*[*/ and p.created_at > :since /*]*/",
      sql = "select p.id, p.body, u.nickname as \"author.nickname\" from posts p join users u on u.id = p.user_id where p.user_id = ? and p.created_at > ?",
      parameters = {@Parameter(name = "reader", table = "posts", column = "user_id"), @Parameter(name = "since", table = "posts", column = "created_at")},
      binds = {0, 1},
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.NOT_NULL),
        @Column(label = "author.nickname", table = "users", column = "nickname", nullability = Nullability.NOT_NULL)
      },
      blocks = {@Block(start = 119, end = 139, firstBind = 1, endBind = 2, parameters = {1})}),
  @Query(
      text = "select u.nickname, count(*) as posts, max(p.created_at) as latest from posts p join users u on u.id = p.user_id group by u.nickname",
      sql = "select u.nickname, count(*) as posts, max(p.created_at) as latest from posts p join users u on u.id = p.user_id group by u.nickname",
      rows = true,
      columns = {
        @Column(label = "nickname", table = "users", column = "nickname", nullability = Nullability.NOT_NULL),
        @Column(label = "posts", type = Long.class, nullability = Nullability.NOT_NULL),
        @Column(label = "latest", nullability = Nullability.UNKNOWN, because = "SQLite does not tell whether an expression can be NULL")
      }),
  @Query(
      text = "select p.*, u.id as \"author.id\", u.nickname as \"author.nickname\" from posts p left join users u on u.id = p.user_id",
      sql = "select p.*, u.id as \"author.id\", u.nickname as \"author.nickname\" from posts p left join users u on u.id = p.user_id",
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.NOT_NULL),
        @Column(label = "created_at", table = "posts", column = "created_at", nullability = Nullability.NOT_NULL),
        @Column(label = "user_id", table = "posts", column = "user_id", nullability = Nullability.NOT_NULL),
        @Column(label = "reply_to_id", table = "posts", column = "reply_to_id", nullability = Nullability.NULLABLE, because = "posts.reply_to_id accepts it"),
        @Column(label = "author.id", table = "users", column = "id", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN"),
        @Column(label = "author.nickname", table = "users", column = "nickname", nullability = Nullability.NULLABLE, because = "`users` is on the optional side of a LEFT JOIN")
      }),
  @Query(
      text = "select r.reply_to_id, r.body from posts r where r.reply_to_id in (:id)",
      sql = "select r.reply_to_id, r.body from posts r where r.reply_to_id in (select +value from json_each(?))",
      parameters = {@Parameter(name = "id", list = true, table = "posts", column = "reply_to_id")},
      binds = {0},
      rows = true,
      columns = {
        @Column(label = "reply_to_id", table = "posts", column = "reply_to_id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "posts", column = "body", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "select p.id, u.nickname as body, p.body as \"author.nickname\" from posts p left join users u on u.id = p.user_id",
      sql = "select p.id, u.nickname as body, p.body as \"author.nickname\" from posts p left join users u on u.id = p.user_id",
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL),
        @Column(label = "body", table = "users", column = "nickname", nullability = Nullability.UNKNOWN, because = "x"),
        @Column(label = "author.nickname", table = "posts", column = "body", nullability = Nullability.NOT_NULL)
      }),
  @Query(
      text = "select p.id from posts p",
      sql = "select p.id from posts p",
      rows = true,
      columns = {
        @Column(label = "id", table = "posts", column = "id", nullability = Nullability.NOT_NULL)
      })
})
final class QueryFactsOfSources {}
