package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("select * from post_tags where (post_id, tag) in (:keys) and tag in (:keys)")
  Object rows();
}
