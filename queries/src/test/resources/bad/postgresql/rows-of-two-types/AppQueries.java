package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("select p.id from posts p join users u on u.id = p.user_id where (p.id, p.body) in (:keys) or (p.body, p.id) in (:keys)")
  Object rows();
}
