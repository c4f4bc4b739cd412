package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("select * from posts p where (user_id, body) in (:keys) or (id, user_id, body) in (:keys)")
  Object rows();
}
