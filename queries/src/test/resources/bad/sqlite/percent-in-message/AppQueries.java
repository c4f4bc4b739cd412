package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("select '100%' || nicknam from users where nickname like '%a%'")
  Object rows();
}
