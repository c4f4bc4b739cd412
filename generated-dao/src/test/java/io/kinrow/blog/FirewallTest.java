package io.kinrow.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.DatabaseOptions;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections to a real PostgreSQL on which all packets get lost, without being closed. */
@Timeout(120)
class FirewallTest {

  @RegisterExtension static final TestServer SERVER = new TestServer();

  private DroppingProxy way;

  @BeforeEach
  void connect() throws IOException {
    way = new DroppingProxy(SERVER.port());
  }

  @AfterEach
  void disconnect() throws IOException {
    way.close();
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:" + way.port() + "/" + SERVER.database() + "?user=postgres";
  }

  private Blog open(Consumer<DatabaseOptions.Builder> options) {
    return Blog.open(url(), options);
  }

  @Test
  void reads_doNotFail_whenIdleConnectionsWereDropped_andOneOfThemIsTried() throws Exception {
    try (Blog blog = Blog.open(url())) {
      TestServer.warm(blog, 5);
      way.dropOpen();
      Thread.sleep(300);
      for (int i = 0; i < 10; i++) {
        assertThat(blog.users().get(1L).nickname()).isEqualTo("u1");
      }
      assertThat(way.asked()).isEqualTo(1);
    }
  }

  @Test
  void connectionsUnusedForLonger_areNotTried() throws Exception {
    try (Blog blog = open(options -> options.idleTimeout(Duration.ofMillis(200)))) {
      TestServer.warm(blog, 5);
      way.dropOpen();
      Thread.sleep(300);
      blog.users().insert(u -> u.nickname("new").email("new"));
      assertThat(way.asked()).isZero();
    }
  }

  @Test
  void transaction_failsOnce_whenItsConnectionIsDropped() {
    try (Blog blog = open(options -> options.statementTimeout(Duration.ofSeconds(1)))) {
      assertThatThrownBy(
              () ->
                  blog.transaction(
                      tx -> {
                        tx.users().insert(u -> u.nickname("lost").email("lost"));
                        way.dropOpen();
                        tx.users().insert(u -> u.nickname("lost2").email("lost2"));
                      }))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining(
              "(the server did not answer in time, and the connection was closed; it is not known "
                  + "whether a change in progress was stored)");
      assertThat(way.asked()).isEqualTo(1);
      assertThat(blog.users().count()).isEqualTo(2000);
    }
  }

  @Test
  void commit_saysThatItIsNotKnownWhatWasStored_whenItsConnectionIsDropped() {
    try (Blog blog = open(FirewallTest::impatient)) {
      assertThatThrownBy(
              () ->
                  blog.transaction(
                      tx -> {
                        tx.users().insert(u -> u.nickname("lost").email("lost"));
                        way.dropOpen();
                      }))
          .hasMessageContaining(
              "cannot commit: it is not known whether the transaction was stored");
      assertThat(blog.users().count()).isEqualTo(2000);
    }
  }

  /** The driver's own limit, in seconds, counts instead of the 5 seconds after the other. */
  private static void impatient(DatabaseOptions.Builder options) {
    options.statementTimeout(Duration.ofSeconds(1)).property("socketTimeout", "2");
  }

  @Test
  void stream_failsAndGivesItsConnectionBack_whenThatIsDropped() {
    try (Blog blog = open(options -> impatient(options.connections(1)))) {
      assertThatThrownBy(
              () -> {
                try (Stream<User> users = blog.users().query().stream()) {
                  Iterator<User> iterator = users.iterator();
                  iterator.next();
                  way.dropOpen();
                  iterator.forEachRemaining(user -> {});
                }
              })
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("did not answer in time");
      assertThat(blog.users().count()).isEqualTo(2000);
    }
  }

  @Test
  void newConnections_areGivenUp_whenNothingComesThrough() {
    try (Blog blog = open(FirewallTest::impatient)) {
      way.dropAll();
      assertThatThrownBy(() -> open(FirewallTest::impatient))
          .isInstanceOf(DataAccessException.class)
          .hasMessageStartingWith("cannot open jdbc:postgresql:")
          .hasMessageEndingWith("(the server did not answer in time)");
      assertThatThrownBy(() -> blog.users().get(1L))
          .isInstanceOf(DataAccessException.class)
          .hasMessageEndingWith("(the server did not answer in time)");
    }
  }

  /** What limits the opening of a connection does not limit its use. */
  @Test
  void aStatement_hasNoLimit_withoutTheOption() {
    try (Blog blog = Blog.open(url())) {
      assertThat(blog.dsl().<Integer>connectionResult(Connection::getNetworkTimeout)).isZero();
    }
    try (Blog blog = open(options -> options.statementTimeout(Duration.ofSeconds(1)))) {
      assertThat(blog.dsl().<Integer>connectionResult(Connection::getNetworkTimeout))
          .isEqualTo(6_000);
    }
  }
}
