package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.DatabaseOptions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jooq.Condition;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements that take longer than they may, on SQLite and on PostgreSQL. */
@Timeout(60)
class StatementTimeoutTest {

  /** True of no row, and found to be so in about a day. */
  private static final Condition FOREVER =
      USERS
          .ID
          .gt(0L)
          .and(
              "exists (with recursive n (i) as (select 1 union all select i + 1 from n"
                  + " where i < 1000000000000) select 1 from n where i < 0)");

  @RegisterExtension static final TestServer SERVER = new TestServer();

  private final TemporaryBlog file = new TemporaryBlog();

  @AfterEach
  void delete() {
    file.close();
  }

  private static void limited(DatabaseOptions.Builder options) {
    options.statementTimeout(Duration.ofMillis(200)).connections(1);
  }

  private Blog sqlite() {
    file.openWith(3, 1).close();
    return Blog.open(file.url(), StatementTimeoutTest::limited);
  }

  private static void endsAll(Blog blog, String message) {
    assertThatThrownBy(() -> blog.users().where(FOREVER).list())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> blog.users().where(FOREVER).count()).hasMessageContaining(message);
    assertThatThrownBy(() -> blog.users().deleteWhere(FOREVER)).hasMessageContaining(message);
    assertThatThrownBy(
            () -> {
              try (var users = blog.users().where(FOREVER).stream()) {
                users.forEach(user -> {});
              }
            })
        .hasMessageContaining(message);
    assertThatThrownBy(() -> blog.dsl().selectOne().from(USERS).where(FOREVER).fetch())
        .isInstanceOf(DataAccessException.class);
    assertThat(blog.users().get(1L).id()).isEqualTo(1);
  }

  @Test
  void everyKindOfStatement_isEnded_onPostgres() {
    try (Blog blog = Blog.open(SERVER.url(), StatementTimeoutTest::limited)) {
      Object backend = blog.dsl().fetchValue("select pg_backend_pid()");
      endsAll(blog, "canceling statement due to statement timeout");
      assertThat(blog.dsl().fetchValue("select pg_backend_pid()")).isEqualTo(backend);
    }
  }

  @Test
  void everyKindOfStatement_isEnded_onSqlite() {
    try (Blog blog = sqlite()) {
      endsAll(blog, "(it took longer than statementTimeout(…) allows, or was interrupted)");
    }
  }

  @Test
  void statementsThatAreShorter_areNotEnded_howeverMany() throws Exception {
    for (Blog blog :
        new Blog[] {sqlite(), Blog.open(SERVER.url(), StatementTimeoutTest::limited)}) {
      try (blog) {
        blog.transaction(
            tx -> {
              tx.users().get(1L);
              Thread.sleep(300);
              tx.users().insert(u -> u.nickname("late").email("late"));
              tx.dsl().fetchCount(USERS);
              Thread.sleep(300);
              assertThat(tx.users().findByNickname("late")).isPresent();
            });
        try (var users = blog.users().stream()) {
          users.limit(3).forEach(user -> pause());
        }
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(150);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theWaitForALock_isEnded() throws Exception {
    try (Blog limited = Blog.open(SERVER.url(), StatementTimeoutTest::limited);
        Blog other = Blog.open(SERVER.url())) {
      whileLocked(
          other,
          () ->
              assertThatThrownBy(() -> rename(limited))
                  .hasMessageContaining("canceling statement due to statement timeout"));
      rename(limited);
    }
    try (Blog limited = sqlite();
        Blog other = file.open()) {
      whileLocked(
          other,
          () ->
              assertThatThrownBy(() -> rename(limited))
                  .hasMessageContaining("another connection is writing"));
      rename(limited);
    }
  }

  private static void rename(Blog blog) {
    blog.users().update(blog.users().get(1L).withNickname("renamed"));
  }

  private static void whileLocked(Blog other, Runnable work) throws Exception {
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Thread holder =
        new Thread(
            () ->
                other.transaction(
                    tx -> {
                      tx.users().update(tx.users().get(1L).withEmail("locked"));
                      locked.countDown();
                      try {
                        done.await();
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                    }));
    holder.start();
    locked.await();
    try {
      work.run();
    } finally {
      done.countDown();
      holder.join();
    }
  }

  /** A result that is read lazily has the connection, and its limit, until it is closed. */
  @Test
  void lazyResults_batchesAndSeveralStatements_leaveNoLimitBehind() {
    try (Blog blog = sqlite()) {
      blog.transaction(
          tx -> {
            var lazy = tx.dsl().selectFrom(USERS).fetchLazy();
            lazy.fetchNext();
            pause();
            assertThat(tx.users().where(USERS.ID.gt(0L)).count()).isEqualTo(3);
            pause();
            assertThat(lazy.fetchNext()).isNotNull();
            lazy.close();
          });
      blog.dsl().batch("update users set email = 'x' || id", "delete from posts").execute();
      pause();
      pause();
      assertThat(blog.dsl().connectionResult(StatementTimeoutTest::longCount)).isEqualTo(2_000_000);
    }
  }

  /** Run without Kinrow's knowledge, for longer than the limit. */
  private static int longCount(Connection connection) throws SQLException {
    String sql =
        "with recursive n (i) as (select 1 union all select i + 1 from n where i < 2000000)"
            + " select count(*) from n";
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.getInt(1);
    }
  }

  /** SQLite rolls back the transaction of a statement that it interrupts. */
  @Test
  void nothingOfATransaction_isStored_whenItsStatementIsEnded_onSqlite() {
    try (Blog blog = sqlite()) {
      long before = blog.users().count();
      assertThatThrownBy(() -> blog.transaction(tx -> goesOn(tx)))
          .isInstanceOf(DataAccessException.class)
          .hasMessageStartingWith(
              "cannot commit: nothing was stored, because the database rolled the transaction back");
      assertThat(blog.users().count()).isEqualTo(before);
      blog.transaction(tx -> tx.users().insert(u -> u.nickname("next").email("next")));
      assertThat(blog.users().count()).isEqualTo(before + 1);
    }
  }

  /** Takes no notice of the failure, and works on. */
  private static void goesOn(Blog tx) {
    tx.users().insert(u -> u.nickname("early").email("early"));
    assertThatThrownBy(() -> tx.transaction(inner -> inner.users().deleteWhere(FOREVER)))
        .hasMessageContaining("took longer");
    assertThatThrownBy(() -> tx.users().insert(u -> u.nickname("late").email("late")))
        .hasMessageContaining("the database has rolled back the transaction: run it again");
    assertThatThrownBy(() -> tx.dsl().execute("delete from users"))
        .hasMessageContaining("the database has rolled back the transaction: run it again");
  }

  @Test
  void theServersLimit_survivesDiscardAll_andJoinsTheOptionsOfTheUrl() {
    String url = SERVER.url() + "&options=-c%20search_path=elsewhere";
    try (Blog blog = Blog.open(url, StatementTimeoutTest::limited)) {
      blog.dsl().execute("discard all");
      assertThat(blog.dsl().fetchValue("show statement_timeout")).isEqualTo("200ms");
      assertThat(blog.dsl().fetchValue("show search_path")).isEqualTo("elsewhere");
    }
    try (Blog blog =
        Blog.open(
            SERVER.url(),
            options ->
                options
                    .property("options", "-c search_path=elsewhere -c statement_timeout=7s")
                    .statementTimeout(Duration.ofNanos(1_000_001)))) {
      assertThat(blog.dsl().fetchValue("show statement_timeout")).isEqualTo("2ms");
      assertThat(blog.dsl().fetchValue("show search_path")).isEqualTo("elsewhere");
    }
  }
}
