package io.kinrow.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.queries.describe.Describer;
import io.kinrow.queries.describe.PostgresDescriber;
import io.kinrow.queries.describe.SqliteDescriber;
import io.kinrow.queries.source.Complaint;
import io.kinrow.queries.source.QuerySources;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people see of mistakes: {@code bad/<engine>/<case>}. */
class BadQueriesTest {

  @TempDir private Path folder;

  @Test
  void mistakesAreExplained_onSqlite() throws Exception {
    try (Connection connection =
            Sqlite.database(
                folder.resolve("test.db"), Resources.read("described/sqlite-schema.sql"));
        Describer describer = new SqliteDescriber(connection)) {
      assertExplained("bad/sqlite", describer);
    }
  }

  @ParameterizedTest
  @EnumSource
  void mistakesAreExplained_onPostgres(Postgres version) throws Exception {
    try (EmbeddedPostgres server = version.start();
        Connection connection = server.getPostgresDatabase().getConnection()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(Resources.read("described/postgresql-schema.sql"));
      }
      try (Describer describer = new PostgresDescriber(connection, List.of("public"))) {
        assertExplained("bad/postgresql", describer);
      }
    }
  }

  private static void assertExplained(String cases, Describer describer) throws Exception {
    for (String name : names(cases)) {
      Path source = Resources.path(cases + "/" + name);
      QuerySources sources =
          QuerySources.in(List.of(source), source.resolve("none"), StandardCharsets.UTF_8);
      List<Complaint> complaints =
          new QueryCheck(describer, Map.of()).check(sources.find()).complaints();
      Resources.assertExpected(
          cases + "/" + name + "/problems.txt",
          complaints.stream()
              .map(complaint -> complaint.toString().replace(source + "/", "") + "\n")
              .collect(Collectors.joining("\n")));
      assertThat(complaints.isEmpty()).as(name).isEqualTo(name.equals("other-sql-annotation"));
    }
  }

  private static List<String> names(String cases) throws IOException {
    try (Stream<Path> folders = Files.list(Resources.path(cases))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }
}
