package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  String COLUMNS = "id, nickname";

  @Sql("select " + COLUMNS + " from users")
  Object rows();
}
