package io.kinrow.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Connections that a real PostgreSQL ends while they are idle, in use, or in a transaction. */
class LostConnectionsTest {

  @RegisterExtension static final TestServer SERVER = new TestServer();

  @TempDir private Path data;

  private static Blog open() {
    return Blog.open(SERVER.url());
  }

  @Test
  void reads_doNotFail_whenAllIdleConnectionsWereTerminated() throws Exception {
    try (Blog blog = open()) {
      TestServer.warm(blog, 5);
      assertThat(SERVER.terminate()).isEqualTo(5);
      for (int i = 0; i < 10; i++) {
        assertThat(blog.users().get(1L).nickname()).isEqualTo("u1");
      }
    }
  }

  @Test
  void writes_doNotFail_whenConnectionsWereTerminatedThatHadBeenIdle() throws Exception {
    try (Blog blog = open()) {
      TestServer.warm(blog, 5);
      SERVER.terminate();
      Thread.sleep(300);
      for (int i = 0; i < 10; i++) {
        int number = i;
        blog.users().insert(u -> u.nickname("new" + number).email("new" + number));
      }
      assertThat(blog.users().count()).isEqualTo(2010);
    }
  }

  @Test
  void oneWriteFailsAtMost_whenConnectionsWereTerminatedJustAfterUse() throws Exception {
    try (Blog blog = open()) {
      TestServer.warm(blog, 5);
      SERVER.terminate();
      int failed = 0;
      for (int i = 0; i < 10; i++) {
        int number = i;
        try {
          blog.users().insert(u -> u.nickname("new" + number).email("new" + number));
        } catch (DataAccessException e) {
          assertThat(e).hasMessageContaining("the connection was lost");
          failed++;
        }
      }
      assertThat(failed).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void transaction_failsAndStoresNothing_whenItsConnectionIsTerminated() {
    try (Blog blog = open()) {
      assertThatThrownBy(
              () ->
                  blog.transaction(
                      tx -> {
                        tx.users().insert(u -> u.nickname("lost").email("lost"));
                        SERVER.terminate();
                        tx.users().insert(u -> u.nickname("lost2").email("lost2"));
                      }))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("the connection was lost");
      assertThat(blog.users().findByNickname("lost")).isEmpty();
      blog.users().insert(u -> u.nickname("after").email("after"));
    }
  }

  @Test
  void commit_saysThatItIsNotKnownWhatWasStored_whenTheConnectionIsTerminated() {
    try (Blog blog = open()) {
      assertThatThrownBy(
              () ->
                  blog.transaction(
                      tx -> {
                        tx.users().insert(u -> u.nickname("lost").email("lost"));
                        SERVER.terminate();
                      }))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining(
              "cannot commit: it is not known whether the transaction was stored");
      assertThat(blog.users().findByNickname("lost")).isEmpty();
    }
  }

  @Test
  void stream_failsAndGivesItsConnectionBack_whenThatIsTerminated() {
    try (Blog blog = open()) {
      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(
                () -> {
                  try (Stream<User> users = blog.users().query().stream()) {
                    Iterator<User> iterator = users.iterator();
                    iterator.next();
                    SERVER.terminate();
                    iterator.forEachRemaining(user -> {});
                  }
                })
            .isInstanceOf(DataAccessException.class);
      }
      assertThat(blog.users().count()).isEqualTo(2000);
    }
  }

  @Test
  void jooq_failsOnceAtMost_whenItsConnectionIsTerminated() throws Exception {
    try (Blog blog = open()) {
      TestServer.warm(blog, 5);
      SERVER.terminate();
      int failed = 0;
      for (int i = 0; i < 10; i++) {
        try {
          blog.dsl().fetchCount(DSL.table("users"));
        } catch (DataAccessException e) {
          failed++;
        }
      }
      assertThat(failed).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void connection_isKept_whenTheServerRefusesStatements() {
    try (Blog blog = open()) {
      Integer backend = backend(blog);
      assertThatThrownBy(() -> blog.users().insert(u -> u.nickname("u1").email("x")));
      assertThatThrownBy(() -> blog.dsl().execute("select nonsense"));
      blog.dsl().execute("set statement_timeout = 50");
      assertThatThrownBy(() -> blog.dsl().fetch("select pg_sleep(5)"))
          .hasMessageContaining("statement timeout");
      assertThatThrownBy(() -> blog.dsl().execute("do $$begin raise sqlstate '40001'; end$$"));
      assertThatThrownBy(() -> blog.dsl().execute("do $$begin raise sqlstate '40P01'; end$$"));
      assertThat(backend(blog)).isEqualTo(backend);
    }
  }

  private static Integer backend(Blog blog) {
    return blog.dsl().fetchOne("select pg_backend_pid()").get(0, Integer.class);
  }

  @Test
  void pool_recovers_whenItsConnectionsWereTerminated() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(SERVER.url());
    config.setMaximumPoolSize(3);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Blog blog = Blog.using(DSL.using(pool, SQLDialect.POSTGRES));
      assertThat(blog.users().get(1L).id()).isEqualTo(1);
      SERVER.terminate();
      int failed = 0;
      for (int i = 0; i < 10; i++) {
        try {
          blog.users().get(1L);
        } catch (DataAccessException e) {
          failed++;
        }
      }
      assertThat(failed).isLessThanOrEqualTo(3);
      assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
  }

  @Test
  void database_recovers_whenTheServerWasStartedAgain() throws Exception {
    EmbeddedPostgres before = at(0);
    int port = before.getPort();
    try (Blog blog = Blog.open(before.getJdbcUrl("postgres", "postgres"))) {
      blog.dsl().execute("create table seen (id int)");
      before.close();
      assertThatThrownBy(() -> blog.dsl().fetchCount(DSL.table("seen")))
          .isInstanceOf(DataAccessException.class);
      try (EmbeddedPostgres after = at(port)) {
        assertThat(after.getPort()).isEqualTo(port);
        assertThat(blog.dsl().fetchCount(DSL.table("seen"))).isZero();
      }
    }
  }

  @Test
  void noCallFails_whenTheServerWasStartedAgainInBetween() throws Exception {
    EmbeddedPostgres before = at(0);
    int port = before.getPort();
    try (Blog blog = Blog.open(before.getJdbcUrl("postgres", "postgres"))) {
      blog.dsl().execute("create table seen (id int)");
      before.close();
      try (EmbeddedPostgres after = at(port)) {
        assertThat(after.getPort()).isEqualTo(port);
        blog.dsl().execute("insert into seen values (1)");
        assertThat(blog.dsl().fetchCount(DSL.table("seen"))).isEqualTo(1);
      }
    }
  }

  private EmbeddedPostgres at(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
    return (port == 0 ? builder : builder.setPort(port)).start();
  }
}
