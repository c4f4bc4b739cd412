package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("update users set nicknam = :nickname where id = :id")
  Object rows();
}
