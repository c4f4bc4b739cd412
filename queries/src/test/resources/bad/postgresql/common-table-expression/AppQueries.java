package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("with busy as (select user_id from posts) select user_ib from busy")
  Object rows();
}
