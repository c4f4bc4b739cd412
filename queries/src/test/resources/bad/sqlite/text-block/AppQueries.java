package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("""
      select p.id,
             p.body,
             u.nicknam as author
      from posts p
      join users u on u.id = p.user_id
      """)
  Object rows();
}
