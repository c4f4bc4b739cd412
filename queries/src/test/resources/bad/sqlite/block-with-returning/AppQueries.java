package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("delete from posts where id = :id /*[*/ returning id, :why as why /*]*/")
  Object rows();
}
