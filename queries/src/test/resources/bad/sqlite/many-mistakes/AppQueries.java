package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("select nicknam from users")
  Object rows();

  @Sql("select * from users")
  Object rows();

  @Sql("select * from post")
  Object rows();

  @Sql("")
  Object rows();
}
