package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("select id /*[*/, substr(body, :first) as part /*]*/ from posts")
  Object rows();
}
