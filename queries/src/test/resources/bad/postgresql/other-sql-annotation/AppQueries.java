package app;

import org.springframework.test.context.jdbc.Sql;

class AppQueries {
  @Sql("no statement at all")
  void test() {}
}
