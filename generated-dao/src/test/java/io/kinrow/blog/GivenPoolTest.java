package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A pool that the program brings along: Kinrow puts none of its own on top. */
class GivenPoolTest {

  @RegisterExtension static final TestServer SERVER = new TestServer();

  private HikariDataSource pool;
  private Blog blog;

  @BeforeEach
  void open() {
    SERVER.admin().execute("insert into posts (body, user_id) values ('Hello', 1)");
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(SERVER.url());
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(250); // the shortest that it takes
    pool = new HikariDataSource(config);
    blog = Blog.open(pool);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private HikariPoolMXBean state() {
    return pool.getHikariPoolMXBean();
  }

  @Test
  void connections_areGivenBackAfterEachCall() {
    Map<String, Runnable> calls = new LinkedHashMap<>();
    calls.put("get", () -> blog.users().get(1L));
    calls.put("navigation", () -> blog.posts().get(1L).author().posts().get(0).author());
    calls.put("list", () -> blog.users().where(USERS.ID.le(3L)).list());
    calls.put("count", () -> blog.users().count());
    calls.put("insert", () -> blog.users().insert(u -> u.nickname("a").email("a")));
    calls.put(
        "insertBatch",
        () -> blog.users().insertBatch(List.of(1), (u, i) -> u.nickname("b").email("b")));
    calls.put("update", () -> blog.users().update(blog.users().get(1L).withEmail("new")));
    calls.put("delete", () -> blog.users().delete(blog.users().get(9L)));
    calls.put("transaction", () -> blog.transaction(tx -> tx.users().get(1L)));
    calls.put("dsl", () -> blog.dsl().fetchCount(USERS));
    calls.put(
        "refused insert",
        () ->
            assertThatThrownBy(() -> blog.users().insert(u -> u.nickname("u2").email("x")))
                .isInstanceOf(DataAccessException.class));
    calls.put(
        "rolled back transaction",
        () ->
            assertThatThrownBy(
                    () ->
                        blog.transaction(
                            tx -> {
                              tx.users().deleteAll();
                              throw new IllegalStateException("no");
                            }))
                .hasMessage("no"));
    calls.put(
        "stream",
        () -> {
          try (Stream<User> users = blog.users().stream()) {
            users.limit(3).forEach(user -> assertThat(state().getActiveConnections()).isEqualTo(1));
          }
        });
    calls.forEach(
        (name, call) -> {
          call.run();
          assertThat(state().getActiveConnections()).as(name).isZero();
        });
    assertThat(blog.users().count()).isEqualTo(2001);
  }

  @Test
  void aTransaction_hasOneConnection_andItsLimitIsThePools() {
    blog.transaction(
        tx -> {
          tx.users().get(1L).posts();
          tx.transaction(inner -> inner.users().get(2L));
          assertThat(state().getActiveConnections()).isEqualTo(1);
          assertThatThrownBy(() -> blog.users().get(1L))
              .isInstanceOf(DataAccessException.class)
              .hasStackTraceContaining("Connection is not available, request timed out after");
        });
    assertThat(state().getTotalConnections()).isEqualTo(1);
  }

  @Test
  void thePool_isNotClosedWithTheDatabase() {
    blog.close();
    assertThat(pool.isClosed()).isFalse();
    try (Blog again = Blog.open(pool)) {
      assertThat(again.users().get(1L).id()).isEqualTo(1);
    }
  }
}
