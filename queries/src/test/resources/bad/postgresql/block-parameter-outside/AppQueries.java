package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("select id from posts where user_id = :author /*[*/ or id = :author /*]*/")
  Object rows();
}
