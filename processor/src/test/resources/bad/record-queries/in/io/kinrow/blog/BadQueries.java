package io.kinrow.blog;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import io.kinrow.runtime.Query;

@Queries
interface BadQueries {

  @Sql("select p.id, p.body from posts p")
  Query<Line> lines();

  @Sql("select p.id, u.nickname as body from posts p join users u on u.id = p.user_id")
  Query<Line> others();

  @Sql("select p.id, p.body from posts p")
  Query<Other.Same> same();

  @Sql("select p.id, p.body from posts p")
  Query<Same> sameAgain();

  @Sql("insert into posts (id) values (:id) returning id, body")
  Query<Line> writes(long id);

  @Sql("select p.id, p.body from posts p")
  java.util.List<Line> condition(org.jooq.Condition condition);

  @Sql("select p.id, p.body from posts p")
  io.kinrow.runtime.Page<Line> page();

  @Sql("select p.id, p.body from posts p")
  io.kinrow.runtime.Slice<Line> slice();

  record Line(long id, String body) {}

  record Same(long id, String body) {}

  interface Other {
    record Same(long id, String body) {}
  }
}
