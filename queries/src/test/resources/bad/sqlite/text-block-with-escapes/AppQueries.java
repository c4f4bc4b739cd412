package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("""
      select 'a\tb\\' || "nickname" || \
             nicknam
      from users""")
  Object rows();
}
