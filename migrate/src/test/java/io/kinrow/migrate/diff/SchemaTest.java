package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.settings.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaTest {

  @TempDir Path folder;

  @Test
  void filesOfAFolderAreRead_inWhateverOrderTheirStatementsStand() throws IOException {
    Files.writeString(folder.resolve("a_view.sql"), "CREATE VIEW v AS SELECT x FROM t;");
    Files.createDirectories(folder.resolve("tables"));
    Files.writeString(
        folder.resolve("tables/t.sql"), "CREATE INDEX i ON t (x); CREATE TABLE t (x INT);");
    Files.writeString(folder.resolve("notes.txt"), "not SQL");
    Schema schema = Schema.ofDdl(folder);
    assertThat(schema.catalog().tables()).hasSize(1);
    assertThat(schema.catalog().views()).hasSize(1);
  }

  @Test
  void statementsOtherThanCreate_areRefusedWithFileAndLine() throws IOException {
    Path file = folder.resolve("desired.sql");
    Files.writeString(file, "CREATE TABLE t (x INT);\n\nINSERT INTO t VALUES (1);\n");
    assertThatThrownBy(() -> Schema.ofDdl(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("desired.sql:3: a schema can contain only CREATE");
  }

  @Test
  void statementsThatSqliteRefuses_areAllNamedWithFileAndLine() throws IOException {
    Path file = folder.resolve("desired.sql");
    Files.writeString(file, "CREATE TABLE t (x INT,);\nCREATE INDEX i ON u (x);\n");
    assertThatThrownBy(() -> Schema.ofDdl(file))
        .hasMessageContaining("desired.sql:1: ")
        .hasMessageContaining("desired.sql:2: ")
        .hasMessageContaining("no such table: main.u");
  }

  @Test
  void missingFileOrDatabase_isRefusedAndNotMade() {
    assertThatThrownBy(() -> Schema.ofDdl(folder.resolve("none.sql")))
        .hasMessageContaining("There is no file or folder");
    Path database = folder.resolve("none.db");
    assertThatThrownBy(() -> Schema.ofDatabase("jdbc:sqlite:" + database))
        .hasMessageContaining("There is no database");
    assertThat(database).doesNotExist();
  }

  @Test
  void databaseOfAnotherKind_isRefused() {
    assertThatThrownBy(() -> Schema.ofDatabase("jdbc:postgresql://localhost/blog"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("so far, only SQLite schemas can be compared");
  }

  @Test
  void tableThatSqliteTakesButCannotUse_isRefused() {
    assertThatThrownBy(
            () ->
                Schema.ofSql(
                    "CREATE TABLE t (x INT, a UNIQUE AS (b || '!') STORED, b AS (a) STORED)"))
        .hasMessageContaining("t cannot be used")
        .hasMessageContaining("generated column loop");
  }

  @Test
  void temporaryTables_areRefused() {
    assertThatThrownBy(() -> Schema.ofSql("CREATE TEMP TABLE t (x)"))
        .hasMessageContaining("SQL:1: a TEMP object belongs to a connection");
  }

  @Test
  void whatTheShellPrintsOfADatabase_isItsSchema() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("shop.db");
    List<String> printed = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT);
          CREATE INDEX i ON t (id, body);
          CREATE VIEW v (a) AS SELECT body FROM t;
          CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END;
          CREATE VIRTUAL TABLE f USING fts5(body, content='t');
          CREATE VIRTUAL TABLE own USING fts5(body);
          CREATE VIRTUAL TABLE old USING fts4(body);
          CREATE VIRTUAL TABLE box USING rtree(id, a, b);
          CREATE TABLE flyway_schema_history (installed_rank INT);
          INSERT INTO t (body) VALUES ('x');
          ANALYZE;
          """);
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT sql || iif(type = 'view', ' /* v(a) */;', ';') FROM sqlite_schema"
                  + " WHERE sql IS NOT NULL")) {
        while (rows.next()) {
          printed.add(rows.getString(1));
        }
      }
    }
    assertThat(printed).anyMatch(sql -> sql.contains("sqlite_sequence"));
    assertThat(printed).anyMatch(sql -> sql.contains("sqlite_stat1"));
    assertThat(printed).anyMatch(sql -> sql.contains("f_data"));
    printed.add("ANALYZE sqlite_schema;");
    printed.add("INSERT INTO sqlite_stat1 VALUES('t','i','1 1 1');");
    printed.add("INSERT INTO \"sqlite_sequence\" VALUES('t', 1);");
    List<String> ifNotExists =
        printed.stream()
            .map(sql -> sql.replace("CREATE TABLE '", "CREATE TABLE IF NOT EXISTS '"))
            .toList();
    List<String> reversed = new ArrayList<>(printed);
    Collections.reverse(reversed);
    for (List<String> text : List.of(printed, ifNotExists, reversed)) {
      Path file = Files.writeString(folder.resolve("desired.sql"), String.join("\n", text));
      assertThat(Schema.ofDdl(file).catalog()).isEqualTo(Schema.ofDatabase(url).catalog());
      assertThat(SchemaDiff.between(Schema.ofDatabase(url), Schema.ofDdl(file)).isEmpty()).isTrue();
    }
  }

  @Test
  void rowsOfTheUsers_areStillNoPartOfASchema() throws IOException {
    Path file = Files.writeString(folder.resolve("desired.sql"), "INSERT INTO sqlitex VALUES (1);");
    assertThatThrownBy(() -> Schema.ofDdl(file)).isInstanceOf(RefusedException.class);
  }

  @Test
  void fileThatIsNoDatabase_isRefused() throws IOException {
    Path file = folder.resolve("text.db");
    Files.writeString(file, "This is some text that is certainly not an SQLite database at all.");
    assertThatThrownBy(() -> Schema.ofDatabase("jdbc:sqlite:" + file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("cannot be read")
        .hasMessageContaining("not a database");
  }
}
