package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("select * from users where (select user_id, body from posts where id = 1) in (:keys)")
  Object rows();
}
