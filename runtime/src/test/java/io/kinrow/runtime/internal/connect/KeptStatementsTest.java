package io.kinrow.runtime.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.internal.dialect.Dialect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DefaultConnectionProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statements that are kept on connections of our own, and when they are closed. */
class KeptStatementsTest {

  private static final int KEPT = 256;

  @TempDir private Path folder;
  private String url = "";

  @BeforeEach
  void name() {
    url = "jdbc:sqlite:" + folder.resolve("kept.db");
  }

  private static PreparedStatement use(Session session, String sql) throws SQLException {
    PreparedStatement statement = session.prepare(sql);
    assertThat(run(statement)).isEqualTo(sql.length());
    session.done(sql, statement);
    return statement;
  }

  private static int run(PreparedStatement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getInt(1);
    }
  }

  /** A text that returns its own length. */
  private static String text(int number) {
    String head = "select length('" + "x".repeat(number) + "')";
    return head + " + " + (head.length() - number + 5);
  }

  private static List<PreparedStatement> use(Session session, int from, int to)
      throws SQLException {
    List<PreparedStatement> statements = new ArrayList<>();
    for (int i = from; i < to; i++) {
      statements.add(use(session, text(i)));
    }
    return statements;
  }

  private static long open(List<PreparedStatement> statements) throws SQLException {
    long open = 0;
    for (PreparedStatement statement : statements) {
      open += statement.isClosed() ? 0 : 1;
    }
    return open;
  }

  @Test
  void statements_areKept_untilTheDatabaseIsClosed() throws SQLException {
    Sessions sessions = Sessions.open(url, Dialect.ofUrl(url), ConnectionSettings.DEFAULT);
    Session session = sessions.take();
    PreparedStatement statement = use(session, text(1));
    assertThat(use(session, text(1))).isSameAs(statement);
    sessions.give(session);
    assertThat(statement.isClosed()).isFalse();
    assertThat(sessions.take()).isSameAs(session);
    sessions.give(session);

    sessions.close();
    assertThat(statement.isClosed()).isTrue();
    assertThat(session.connection().isClosed()).isTrue();
    assertThatThrownBy(sessions::take)
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void statementsInUse_whenTheDatabaseIsClosed_areClosedWithTheirConnectionAfterIt()
      throws SQLException {
    Sessions sessions = Sessions.open(url, Dialect.ofUrl(url), ConnectionSettings.DEFAULT);
    Session session = sessions.take();
    PreparedStatement kept = use(session, text(1));
    PreparedStatement running = session.prepare(text(2));
    sessions.close();
    assertThat(run(running)).isEqualTo(text(2).length());
    session.done(text(2), running);

    sessions.give(session);
    assertThat(open(List.of(kept, running))).isZero();
    assertThat(session.connection().isClosed()).isTrue();
  }

  @Test
  void statements_areAtMost256_theLeastRecentlyUsedClosedFirst() throws SQLException {
    try (Sessions sessions = Sessions.open(url, Dialect.ofUrl(url), ConnectionSettings.DEFAULT)) {
      Session session = sessions.take();
      List<PreparedStatement> statements = use(session, 0, KEPT);
      assertThat(open(statements)).isEqualTo(KEPT);
      use(session, text(0));
      statements.addAll(use(session, KEPT, KEPT + 10));

      assertThat(open(statements)).isEqualTo(KEPT);
      assertThat(statements.get(0).isClosed()).as("used again").isFalse();
      assertThat(open(statements.subList(1, 11))).isZero();
      assertThat(use(session, text(1))).as("prepared anew").isNotSameAs(statements.get(1));
      sessions.give(session);
    }
  }

  @Test
  void statementsInUse_areNotEvicted() throws SQLException {
    try (Sessions sessions = Sessions.open(url, Dialect.ofUrl(url), ConnectionSettings.DEFAULT)) {
      Session session = sessions.take();
      List<PreparedStatement> busy = new ArrayList<>();
      for (int i = 0; i < KEPT + 20; i++) {
        busy.add(session.prepare(text(i)));
      }
      ResultSet open = busy.get(0).executeQuery();
      use(session, KEPT + 20, KEPT + 30);
      assertThat(open.next()).isTrue();
      assertThat(open.getInt(1)).isEqualTo(text(0).length());
      open.close();

      for (int i = 0; i < busy.size(); i++) {
        assertThat(run(busy.get(i))).isEqualTo(text(i).length());
        session.done(text(i), busy.get(i));
      }
      List<PreparedStatement> later = use(session, 2 * KEPT, 2 * KEPT + 1);
      assertThat(open(busy) + open(later)).as("bounded again").isEqualTo(KEPT);
      sessions.give(session);
    }
  }

  @Test
  void aStatementInUse_isNotSharedWithANestedUse() throws SQLException {
    try (Sessions sessions = Sessions.open(url, Dialect.ofUrl(url), ConnectionSettings.DEFAULT)) {
      Session session = sessions.take();
      PreparedStatement outer = session.prepare(text(1));
      PreparedStatement inner = use(session, text(1));
      assertThat(inner).isNotSameAs(outer);
      assertThat(inner.isClosed()).isTrue();
      assertThat(run(outer)).isEqualTo(text(1).length());
      session.done(text(1), outer);
      assertThat(use(session, text(1))).isSameAs(outer);
      sessions.give(session);
    }
  }

  @Test
  void failedStatements_arePreparedAnew() throws SQLException {
    try (Sessions sessions = Sessions.open(url, Dialect.ofUrl(url), ConnectionSettings.DEFAULT)) {
      Session session = sessions.take();
      PreparedStatement failed = session.prepare(text(1));
      session.discard(text(1), failed);
      assertThat(failed.isClosed()).isTrue();
      assertThat(use(session, text(1))).isNotSameAs(failed);
      sessions.give(session);
    }
  }

  @Test
  void statementsOnConnectionsOfOthers_areClosedAfterEachUse() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Sessions sessions =
            Sessions.using(new DefaultConnectionProvider(connection), Dialect.ofUrl(url))) {
      Session session = sessions.take();
      assertThat(use(session, text(1)).isClosed()).isTrue();
      sessions.give(session);
      assertThat(connection.isClosed()).isFalse();
    }
  }
}
