package io.kinrow.queries;

import io.kinrow.queries.describe.DescribedCombinations;
import io.kinrow.queries.describe.Describer;
import io.kinrow.queries.describe.SqliteDescriber;
import io.kinrow.queries.facts.DescribedQuery;
import io.kinrow.queries.facts.QueryFactsText;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of each query in {@code described/sqlite.sql}. */
class SqliteDescriptionsTest {

  @TempDir private Path folder;

  @Test
  void queriesAreDescribed() throws Exception {
    StringBuilder text = new StringBuilder();
    Map<String, String> facts = new TreeMap<>();
    try (Connection connection =
            Sqlite.database(
                folder.resolve("test.db"), Resources.read("described/sqlite-schema.sql"));
        Describer describer = new SqliteDescriber(connection)) {
      for (Map.Entry<String, String> query : Resources.queries("described/sqlite.sql").entrySet()) {
        text.append("== ").append(query.getKey()).append('\n');
        DescribedQuery described = DescribedCombinations.describe(describer, query.getValue());
        text.append(Described.text(described));
        facts.put(described.text(), QueryFactsText.query(described));
      }
    }
    Compilation.assertCompiles("app.db", QueryFactsText.source("app.db", facts.values()));
    Resources.assertExpected("described/sqlite.txt", text.toString());
  }
}
