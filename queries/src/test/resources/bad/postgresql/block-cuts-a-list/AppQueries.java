package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("select id from posts where id not /*[*/ in (:ids) and id /*]*/ in (1, 2)")
  Object rows();
}
