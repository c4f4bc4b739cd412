package io.kinrow.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When transactions take SQLite's only write lock. */
@Timeout(60)
class SqliteTransactionsTest {

  private final TemporaryBlog file = new TemporaryBlog();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeEach
  void create() {
    file.openWith(1, 0).close();
  }

  @AfterEach
  void close() throws Exception {
    threads.shutdownNow();
    for (AutoCloseable each : opened) {
      each.close();
    }
    file.close();
  }

  private Blog opened() {
    Blog blog = file.open();
    opened.add(blog);
    return blog;
  }

  /** With the driver's own settings but for patience: transactions are deferred. */
  private HikariDataSource pool(int busyTimeout) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(file.url() + "?busy_timeout=" + busyTimeout);
    config.setMaximumPoolSize(4);
    HikariDataSource pool = new HikariDataSource(config);
    opened.add(pool);
    return pool;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from users")) {
      return result.getLong(1);
    }
  }

  private static void add(Blog blog, String nickname) {
    blog.users().insert(u -> u.nickname(nickname).email(nickname));
  }

  /** The fault that {@code begin immediate} is there for. */
  @Test
  void deferredTransactionsThatReadAndThenWrite_failAtOnce_howeverPatient() throws Exception {
    String url = file.url() + "?busy_timeout=20000";
    try (Connection one = DriverManager.getConnection(url);
        Connection two = DriverManager.getConnection(url)) {
      one.setAutoCommit(false);
      two.setAutoCommit(false);
      assertThat(count(one)).isEqualTo(count(two));
      execute(one, "insert into users (nickname, email) values ('one', 'one')");
      one.commit();
      long start = System.nanoTime();
      assertThatThrownBy(
              () -> execute(two, "insert into users (nickname, email) values ('two', 'two')"))
          .hasMessageContaining("SQLITE_BUSY");
      assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }
  }

  @Test
  void transactionsThatReadAndThenWrite_waitForEachOther() throws Exception {
    HikariDataSource pool = pool(20_000);
    for (Blog blog :
        List.of(
            opened(), Blog.open(pool), Blog.using(DSL.using(pool, org.jooq.SQLDialect.SQLITE)))) {
      long before = blog.users().count();
      CountDownLatch read = new CountDownLatch(1);
      Future<?> first =
          threads.submit(
              () ->
                  blog.transaction(
                      tx -> {
                        long seen = tx.users().count();
                        read.countDown();
                        pause(300);
                        add(tx, "one of " + seen);
                      }));
      read.await();
      blog.transaction(
          tx -> {
            long seen = tx.users().count();
            assertThat(seen).isEqualTo(before + 1);
            add(tx, "two of " + seen);
          });
      first.get();
      assertThat(blog.users().count()).isEqualTo(before + 2);
    }
  }

  @Test
  void manyTransactionsAtOnce_onAPoolOfDeferredConnections_allSucceed() throws Exception {
    Blog blog = Blog.open(pool(20_000));
    List<Future<?>> all = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      String name = "thread " + thread;
      all.add(
          threads.submit(
              () -> {
                for (int i = 0; i < 25; i++) {
                  blog.transaction(tx -> add(tx, name + " sees " + tx.users().count()));
                }
              }));
    }
    for (Future<?> each : all) {
      each.get(50, TimeUnit.SECONDS);
    }
    assertThat(blog.users().count()).isEqualTo(101);
  }

  /** The driver begins another transaction after each commit; that one must not want the lock. */
  @Test
  void commit_doesNotWaitForTheNextWriter() throws Exception {
    Blog impatient = Blog.open(pool(150));
    Blog patient = opened();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Future<?> next =
        impatientlyCommit(
            impatient,
            () ->
                threads.submit(
                    () ->
                        patient.transaction(
                            tx -> {
                              begun.countDown();
                              await(release);
                              add(tx, "next");
                            })));
    begun.await(); // it has the lock, and keeps it
    assertThat(impatient.users().findByNickname("stored")).isPresent();
    long start = System.nanoTime();
    assertThatThrownBy(() -> impatient.transaction(tx -> {}))
        .isInstanceOf(DataAccessException.class)
        .hasMessageStartingWith("cannot begin a transaction: [SQLITE_BUSY]");
    assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
    release.countDown();
    next.get();
    impatient.transaction(tx -> add(tx, "after"));
    add(impatient, "and after");
    assertThat(impatient.users().count()).isEqualTo(5);
  }

  private interface Start {
    Future<?> run();
  }

  /** The writer that waits takes the lock the moment that the commit lets it go. */
  private static Future<?> impatientlyCommit(Blog blog, Start waiting) {
    return blog.transactionResult(
        tx -> {
          add(tx, "stored");
          Future<?> writer = waiting.run();
          pause(100);
          return writer;
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void timeoutOfATransaction_shortensTheWaitForTheLock_andLeavesTheConnectionsOwn()
      throws Exception {
    HikariDataSource pool = pool(20_000);
    Blog blog = Blog.open(pool);
    Blog other = opened();
    other.transaction(
        tx -> {
          add(tx, "locks");
          long start = System.nanoTime();
          assertThatThrownBy(
                  () ->
                      blog.transaction(
                          options -> options.timeout(Duration.ofMillis(200)), late -> {}))
              .hasMessageContaining("another connection is writing");
          assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        });
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("pragma busy_timeout")) {
      assertThat(result.getInt(1)).isEqualTo(20_000);
    }
  }

  @Test
  void readOnlyTransaction_leavesAConnectionThatReadsOnlyAsItWas() throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(file.url());
    config.setConnectionInitSql("pragma query_only = on");
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Blog blog = Blog.open(pool);
      blog.transaction(
          options -> options.readOnly(), tx -> assertThat(tx.users().count()).isEqualTo(1));
      assertThatThrownBy(() -> add(blog, "refused")).isInstanceOf(DataAccessException.class);
    }
  }

  /** With this setting, the driver upgrades deferred transactions by itself. */
  @Test
  void readOnlyTransaction_isNotUpgradedByTheDriver() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(file.url() + "?jdbc.explicit_readonly=true");
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Blog blog = Blog.open(pool);
      assertThatThrownBy(
              () -> blog.transaction(options -> options.readOnly(), tx -> add(tx, "refused")))
          .isInstanceOf(DataAccessException.class);
      blog.transaction(tx -> add(tx, "stored"));
      assertThat(blog.users().count()).isEqualTo(2);
    }
  }

  @Test
  void databaseThatIsOpenedForReading_hasTransactions() {
    try (Blog blog = Blog.open(file.url(), options -> options.readOnly())) {
      blog.transaction(tx -> assertThat(tx.users().count()).isEqualTo(1));
      blog.transaction(
          options -> options.readOnly(), tx -> assertThat(tx.users().count()).isEqualTo(1));
    }
  }
}
