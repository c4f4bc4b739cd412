package io.kinrow.queries;

import io.kinrow.queries.describe.DescribedCombinations;
import io.kinrow.queries.describe.Describer;
import io.kinrow.queries.describe.PostgresDescriber;
import io.kinrow.queries.facts.DescribedQuery;
import io.kinrow.queries.facts.QueryFactsText;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of each query in {@code described/postgresql.sql}. */
class PostgresDescriptionsTest {

  @ParameterizedTest
  @EnumSource
  void queriesAreDescribed(Postgres version) throws Exception {
    StringBuilder text = new StringBuilder();
    Map<String, String> facts = new TreeMap<>();
    try (EmbeddedPostgres server = version.start();
        Connection connection = server.getPostgresDatabase().getConnection()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(Resources.read("described/postgresql-schema.sql"));
      }
      try (Describer describer = new PostgresDescriber(connection, List.of("public"))) {
        for (Map.Entry<String, String> query :
            Resources.queries("described/postgresql.sql").entrySet()) {
          text.append("== ").append(query.getKey()).append('\n');
          DescribedQuery described = DescribedCombinations.describe(describer, query.getValue());
          text.append(Described.text(described));
          facts.put(described.text(), QueryFactsText.query(described));
        }
      }
    }
    Compilation.assertCompiles("app.db", QueryFactsText.source("app.db", facts.values()));
    Resources.assertExpected("described/postgresql.txt", text.toString());
  }
}
