package io.kinrow.runtime.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.runtime.fixture.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDialectTest extends DialectContract {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  @Override
  String url() {
    return POSTGRES.url();
  }

  @Override
  String name() {
    return "POSTGRES";
  }

  @Test
  void keptStatement_isStaleAfterItsTableWasAltered() throws SQLException {
    words("a");
    try (Connection other = DriverManager.getConnection(url());
        Statement ddl = other.createStatement();
        PreparedStatement select = connection.prepareStatement("select * from words")) {
      for (int i = 0; i < 10; i++) { // the driver keeps it on the server after five times
        select.executeQuery().close();
      }
      ddl.execute("alter table words add column more text");
      connection.setAutoCommit(false); // outside of a transaction the driver prepares it again
      assertThat(dialect.isStalePlan(failure(() -> select.executeQuery().close()))).isTrue();
    }
  }

  @Test
  void connectionThatTheServerEnded_isLost() throws SQLException {
    try (Connection other = DriverManager.getConnection(url());
        Statement statement = other.createStatement()) {
      run(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where pid <> pg_backend_pid() and datname = current_database()");
      SQLException failure = failure(() -> statement.execute("select 1"));
      assertThat(dialect.isConnectionLost(failure)).isTrue();
      assertThat(dialect.isDoubtful(failure)).isTrue();
    }
  }

  @Test
  void waitsForTheServer_end_unlessTheirLimitsAreSet() {
    Opening plain = Opening.of(url());
    assertThat(dialect.properties(plain))
        .containsEntry("tcpKeepAlive", "true")
        .containsEntry("socketTimeout", "10");
    Map<String, String> own = Map.of("tcpKeepAlive", "false", "socketTimeout", "60");
    assertThat(dialect.properties(new Opening(url(), own, null, false))).containsAllEntriesOf(own);
    assertThat(dialect.url(plain)).isEqualTo(url());
  }

  @Test
  void settingsOfTheSession_followThoseOfTheUrlAndTheProperties() {
    Map<String, String> own = Map.of("options", "-c a=b");
    Duration time = Duration.ofMillis(1500);
    String all = "-c%20statement_timeout%3D1500%20-c%20default_transaction_read_only%3Don";
    assertThat(dialect.url(new Opening("jdbc:postgresql:x", Map.of(), time, true)))
        .isEqualTo("jdbc:postgresql:x?options=" + all);
    assertThat(dialect.url(new Opening("jdbc:postgresql:x", own, time, true)))
        .isEqualTo("jdbc:postgresql:x?options=-c%20a%3Db%20" + all);
    assertThat(dialect.url(new Opening("jdbc:postgresql:x?options=-c+c%3Dd", own, time, true)))
        .isEqualTo("jdbc:postgresql:x?options=-c+c%3Dd&options=-c%20c%3Dd%20" + all);
  }

  @Test
  void cancelledStatement_leavesItsConnectionInOrder() throws SQLException {
    run("set statement_timeout = 1");
    SQLException failure = failure(() -> run("select pg_sleep(1)"));
    assertThat(dialect.isDoubtful(failure)).isFalse();
    assertThat(dialect.isConnectionLost(failure)).isFalse();
  }
}
