package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("select id from posts join users on users.id = posts.user_id")
  Object rows();
}
