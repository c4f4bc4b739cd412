package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("select id from users where nickname = :a and email = :b and created_at > :c and moood = :d")
  Object rows();
}
