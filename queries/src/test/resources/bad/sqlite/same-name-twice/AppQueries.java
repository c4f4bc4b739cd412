package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("select u.body, p.body from posts p join users u on u.id = p.user_id")
  Object rows();
}
