package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.queries.describe.Describer;
import io.kinrow.queries.describe.SqliteDescriber;
import io.kinrow.queries.facts.ColumnOrigin;
import io.kinrow.queries.facts.DescribedColumn;
import io.kinrow.queries.facts.DescribedQuery;
import io.kinrow.queries.text.QueryTextReader;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is told of the columns of each table, on schemas that are hard to read. */
class DescribedTablesTest {

  private static final Path CASES = Path.of("src/test/resources/awkward");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> columnsOfTables_areTold_onEachSchema() throws IOException {
    try (Stream<Path> cases = Files.list(CASES)) {
      return cases.sorted().toList().stream()
          .map(each -> DynamicTest.dynamicTest(each.getFileName().toString(), () -> check(each)));
    }
  }

  private void check(Path schema) throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve(schema.getFileName() + ".db");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("filesystem:" + schema.toAbsolutePath())
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Describer describer = new SqliteDescriber(connection)) {
      for (String table : names(connection, "table")) {
        DescribedQuery query = describe(describer, table);
        assertThat(query.columns()).as(table).isEqualTo(expected(connection, table, query));
      }
      for (String view : names(connection, "view")) {
        assertThat(describe(describer, view).columns()).as(view).isNotEmpty();
      }
    }
  }

  private static DescribedQuery describe(Describer describer, String table) throws Exception {
    return describer.describe(
        QueryTextReader.read("select * from " + quoted(table) + " as t", describer.syntax()));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static List<String> names(Connection connection, String type) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select name from pragma_table_list where schema = 'main' and type = '%s' and name not like 'sqlite\\_%%' escape '\\'"
                    .formatted(type))) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static List<DescribedColumn> expected(
      Connection connection, String table, DescribedQuery query) throws SQLException {
    List<DescribedColumn> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select x.name, x."notnull" or (x.pk and l.wr)
                    or (x.pk and upper(x.type) = 'INTEGER' and l.wr = 0
                      and not exists (select 1 from pragma_index_list(l.name) where origin = 'pk')) as never
                  from pragma_table_list l, pragma_table_xinfo(l.name) x
                 where l.schema = 'main' and l.name = '%s' and x.hidden <> 1 order by x.cid"""
                    .formatted(table.replace("'", "''")))) {
      while (rows.next()) {
        DescribedColumn told = query.columns().get(columns.size());
        columns.add(
            new DescribedColumn(
                rows.getString(1),
                new ColumnOrigin("", table, rows.getString(1)),
                DescribedColumn.ANY,
                rows.getBoolean(2) ? Nullability.NOT_NULL : Nullability.NULLABLE,
                told.because()));
      }
    }
    return columns;
  }
}
