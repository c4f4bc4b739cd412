package io.kinrow.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.DatabaseOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sqlite.SQLiteDataSource;

/** What a database is opened with, apart from its URL. */
class ConnectionOptionsTest {

  @RegisterExtension static final TestServer SERVER = new TestServer();

  private final TemporaryBlog file = new TemporaryBlog();

  @AfterEach
  void delete() {
    file.close();
  }

  @Test
  void connections_areAtMostSoMany_andWaitedForAtMostSoLong() {
    try (Blog blog =
        Blog.open(
            file.url(), options -> options.connections(2).waitAtMost(Duration.ofMillis(50)))) {
      List<Stream<User>> streams = new ArrayList<>();
      try {
        streams.add(blog.users().stream());
        streams.add(blog.users().stream());
        assertThatThrownBy(() -> blog.users().count())
            .isInstanceOf(DataAccessException.class)
            .hasMessage(
                "all 2 connections were in use for PT0.05S: close streams, end transactions, or open "
                    + "the database with more connections");
        streams.remove(1).close();
        assertThat(blog.users().count()).isZero();
      } finally {
        streams.forEach(Stream::close);
      }
    }
  }

  @Test
  void aDatabaseInMemory_hasOneConnection() {
    assertThatThrownBy(() -> Blog.open("jdbc:sqlite::memory:", options -> options.connections(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "connections(2): jdbc:sqlite::memory: is in memory, where each connection would have a"
                + " database of its own; leave the option out");
    Blog.open("jdbc:sqlite::memory:", options -> options.connections(1)).close();
  }

  @Test
  void aDatabaseInMemory_isNeitherGivenUpNorReadOnly() {
    String url = "jdbc:sqlite::memory:";
    assertThatThrownBy(() -> Blog.open(url, options -> options.idleTimeout(Duration.ofHours(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "idleTimeout(PT1H): jdbc:sqlite::memory: is in memory, where the database would be "
                + "lost with its connection; leave the option out");
    assertThatThrownBy(() -> Blog.open(url, DatabaseOptions.Builder::readOnly))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "readOnly(): jdbc:sqlite::memory: is in memory and starts empty, so there would be "
                + "nothing to read; leave the option out");
  }

  @Test
  void otherEngines_haveTheirOwnSettings() {
    String url = "jdbc:h2:mem:options";
    assertThatThrownBy(
            () -> Blog.open(url, options -> options.statementTimeout(Duration.ofHours(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "statementTimeout(…) is for SQLite and PostgreSQL, not for jdbc:h2:mem:options: set it"
                + " in the URL or as a property of the driver");
    assertThatThrownBy(() -> Blog.open(url, DatabaseOptions.Builder::readOnly))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("readOnly() is for SQLite and PostgreSQL, not for jdbc:h2:mem");
  }

  @Test
  void readOnly_refusesWrites_onSqlite() {
    file.openWith(2, 1).close();
    try (Blog blog = Blog.open(file.url(), DatabaseOptions.Builder::readOnly)) {
      readsOnly(blog, "readonly database");
      assertThatThrownBy(() -> blog.dsl().execute("delete from users"))
          .hasMessageContaining("readonly database");
    }
    String missing = file.url() + ".missing";
    assertThatThrownBy(() -> Blog.open(missing, DatabaseOptions.Builder::readOnly))
        .isInstanceOf(DataAccessException.class)
        .hasMessageStartingWith("cannot open " + missing);
  }

  private static void readsOnly(Blog blog, String refusal) {
    assertThat(blog.users().get(1L).id()).isEqualTo(1);
    blog.transaction(
        tx -> {
          try (Stream<User> users = tx.users().stream()) {
            assertThat(users.limit(2)).hasSize(2);
          }
        });
    assertThatThrownBy(() -> blog.users().insert(u -> u.nickname("new").email("new")))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining(refusal);
    assertThatThrownBy(() -> blog.transaction(tx -> tx.users().delete(tx.users().get(1L))))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining(refusal);
  }

  @Test
  void readOnly_refusesWrites_onPostgres() throws Exception {
    try (Blog blog =
        Blog.open(SERVER.url(), options -> options.readOnly().idleTimeout(Duration.ofMillis(20)))) {
      readsOnly(blog, "in a read-only transaction");
      TestServer.warm(blog, 5);
      Thread.sleep(50);
      Object backend = blog.dsl().fetchValue("select pg_backend_pid()");
      List<Object> open =
          SERVER
              .admin()
              .fetch(
                  "select pid from pg_stat_activity where datname = current_database() and"
                      + " pid <> pg_backend_pid()")
              .getValues(0, Object.class);
      assertThat(open).as("idle ones are closed").containsExactly(backend);
    }
  }

  @Test
  void connectionsUnusedForLonger_areReplaced_onSqlite() throws Exception {
    try (Blog blog =
        Blog.open(
            file.url(), options -> options.connections(1).idleTimeout(Duration.ofMillis(50)))) {
      blog.dsl().execute("create temporary table mine (id integer)");
      Thread.sleep(100);
      assertThatThrownBy(() -> blog.dsl().fetch("select * from mine"))
          .hasMessageContaining("no such table");
    }
    try (Blog blog =
        Blog.open(file.url(), options -> options.connections(1).idleTimeout(Duration.ofDays(1)))) {
      blog.dsl().execute("create temporary table mine (id integer)");
      assertThat(blog.dsl().fetch("select * from mine")).isEmpty();
    }
  }

  @Test
  void properties_winOverWhatKinrowSets() {
    try (Blog blog = Blog.open(file.url(), options -> options.property("foreign_keys", "false"))) {
      assertThat(blog.dsl().fetchValue("pragma foreign_keys")).isEqualTo(0);
    }
    try (Blog blog = Blog.open(file.url())) {
      assertThat(blog.dsl().fetchValue("pragma foreign_keys")).isEqualTo(1);
    }
  }

  @Test
  void aServerThatIsDown_isNamedWithoutThePassword() {
    assertThatThrownBy(() -> Blog.open("jdbc:postgresql://127.0.0.1:1/blog?password=secret"))
        .isInstanceOf(DataAccessException.class)
        .hasMessageStartingWith(
            "cannot open jdbc:postgresql://127.0.0.1:1/blog?password=***: Connection to"
                + " 127.0.0.1:1 refused.")
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("lost");
  }

  @Test
  void aDataSource_staysOpen() throws Exception {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl(file.url());
    try (Blog blog = Blog.open(source)) {
      blog.users().insert(u -> u.nickname("susan").email("susan@example.com"));
      assertThat(blog.users().findByNickname("susan")).isPresent();
    }
    source.getConnection().close();
  }

  @Test
  void aDataSourceWithoutAConnection_isRefused() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:/no/such/folder/blog.db");
    assertThatThrownBy(() -> Blog.open(source))
        .isInstanceOf(DataAccessException.class)
        .hasMessageStartingWith("the DataSource has no connection: ");
  }
}
