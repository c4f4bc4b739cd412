package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("select u.id from users u jion posts p on p.user_id = u.id")
  Object rows();
}
