package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        .hasMessageContaining("desired.sql:3: a schema holds only CREATE");
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
        .hasMessageContaining("on SQLite only so far");
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
        .hasMessageContaining("SQL:1: what is TEMP belongs to a connection");
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
