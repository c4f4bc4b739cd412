package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
  @Sql("select id from posts where user_id = :author /*[*/ and id <> :p0 /*]*/ /*[*/ and id <> :p1 /*]*/ /*[*/ and id <> :p2 /*]*/ /*[*/ and id <> :p3 /*]*/ /*[*/ and id <> :p4 /*]*/ /*[*/ and id <> :p5 /*]*/ /*[*/ and id <> :p6 /*]*/ /*[*/ and id <> :p7 /*]*/ /*[*/ and id <> :p8 /*]*/")
  Object rows();
}
