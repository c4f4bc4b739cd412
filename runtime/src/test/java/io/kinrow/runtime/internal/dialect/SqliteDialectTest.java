package io.kinrow.runtime.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteDialectTest extends DialectContract {

  @TempDir Path folder;

  @Override
  String url() {
    return "jdbc:sqlite:" + folder.resolve("words.db");
  }

  @Override
  String name() {
    return "SQLITE";
  }

  @ParameterizedTest
  @CsvSource({
    "UNIQUE, words.word, insert into words values (2; 'a'; null)",
    "UNIQUE, words.id, insert into words values (1; 'b'; null)",
    "FOREIGN_KEY, '', insert into words values (3; 'c'; 99)",
    "NOT_NULL, t.c, insert into t values (null)"
  })
  void messages_tellWhichConstraintWasBroken(BrokenConstraint.Kind kind, String what, String insert)
      throws SQLException {
    words("a");
    run("create table t (c text not null)");
    SQLException failure = failure(() -> run(insert.replace(';', ',')));
    assertThat(dialect.brokenBy(failure)).isEqualTo(new BrokenConstraint(kind, what));
  }

  @Test
  void lockOfAnotherConnection_isBusy() throws SQLException {
    try (Connection other = DriverManager.getConnection(url() + "?busy_timeout=1");
        Statement statement = other.createStatement()) {
      run("begin immediate");
      SQLException failure = failure(() -> statement.execute("begin immediate"));
      assertThat(dialect.isBusy(failure)).isTrue();
    }
  }

  @Test
  void inMemoryDatabase_hasOneConnection() {
    assertThat(dialect.mostConnections("jdbc:sqlite::memory:")).isEqualTo(1);
    assertThat(dialect.mostConnections("jdbc:sqlite:file:x?mode=memory")).isEqualTo(1);
    assertThat(dialect.mostConnections(url())).isGreaterThan(1);
  }

  @Test
  void settingsOfTheUrl_winOverOurs() {
    assertThat(dialect.properties(Opening.of("jdbc:sqlite:x.db")))
        .containsEntry("foreign_keys", "true");
    assertThat(dialect.properties(Opening.of("jdbc:sqlite:x.db?foreign_keys=false")))
        .doesNotContainKey("foreign_keys");
    assertThat(dialect.properties(Opening.of("jdbc:sqlite:x.db?open_mode=1")))
        .doesNotContainKey("journal_mode");
  }

  @Test
  void namesInSquareBrackets_getTheStandardsQuotes() {
    assertThat(dialect.withStandardQuotes("[a b] = 'x[1]' and c = 1"))
        .isEqualTo("\"a b\" = 'x\"1\"' and c = 1");
  }
}
