package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("select * from post_tags pt where (pt.post_id, pt.tag) in (:keys) and pt.tga = 'x'")
  Object rows();
}
