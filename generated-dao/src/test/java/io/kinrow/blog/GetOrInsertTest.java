package io.kinrow.blog;

import static io.kinrow.blog.BlogEngine.POSTGRESQL;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One row for a unique key, whoever asks for it first. */
@OnBothEngines
class GetOrInsertTest {

  private static final int THREADS = 4;

  private final BlogEngine engine;
  private final TemporaryBlog file;
  private final Blog blog;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  GetOrInsertTest(BlogEngine engine) {
    this.engine = engine;
    file = new TemporaryBlog(engine);
    blog = file.open();
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    blog.close();
    file.close();
  }

  @Test
  void row_isInsertedOnce_andThenFound() {
    User susan =
        blog.users().getOrInsertByNickname(u -> u.nickname("susan").email("susan@example.com"));

    assertStatements(
        blog,
        1,
        () ->
            assertThat(
                    blog.users()
                        .getOrInsertByNickname(u -> u.nickname("susan").email("other@example.com")))
                .as("as it is")
                .isEqualTo(susan));
    assertStatements(
        blog,
        2,
        () -> blog.users().getOrInsertByEmail(u -> u.nickname("bob").email("bob@example.com")));
    assertThat(blog.users().count()).isEqualTo(2);
    assertThat(blog.users().getOrInsert(u -> u.nickname("x").email("x").id(susan.id())))
        .isEqualTo(susan);
    assertThat(blog.users().getOrInsert(u -> u.nickname("x").email("x").id(7)).id()).isEqualTo(7);
  }

  @Test
  void row_isInsertedOnce_throughJooq() throws Exception {
    try (Connection connection = DriverManager.getConnection(file.url())) {
      var context = DSL.using(connection);
      context.configuration().set(new ExecuteListener() {});
      Blog heard = Blog.using(context);
      User susan = heard.users().getOrInsertByNickname(u -> u.nickname("susan").email("s"));
      assertThat(heard.users().getOrInsertByNickname(u -> u.nickname("susan").email("t")))
          .isEqualTo(susan);
    }
  }

  @Test
  void compositeKey_isOneToo() {
    User susan = blog.users().insert(u -> u.nickname("susan").email("susan@example.com"));
    User bob = blog.users().insert(u -> u.nickname("bob").email("bob@example.com"));

    Follower follower = blog.followers().getOrInsert(f -> f.follower(susan).followed(bob));

    assertThat(blog.followers().getOrInsert(f -> f.follower(susan).followed(bob)))
        .isEqualTo(follower);
    assertThat(blog.followers().count()).isEqualTo(1);
  }

  @Test
  void missingKey_isRefused_andOtherConstraintsToo() {
    blog.users().insert(u -> u.nickname("susan").email("susan@example.com"));

    assertThatThrownBy(() -> blog.users().getOrInsert(u -> u.nickname("x").email("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("getOrInsert of users needs a value for id");
    assertThatThrownBy(
            () ->
                blog.users()
                    .getOrInsertByNickname(u -> u.nickname("sue").email("susan@example.com")))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageContaining("susan@example.com");
    assertThatThrownBy(() -> blog.users().getOrInsertByNickname(null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private <T> List<T> atOnce(Callable<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<T>> running = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      running.add(
          threads.submit(
              () -> {
                start.await();
                return work.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> each : running) {
      results.add(each.get());
    }
    return results;
  }

  @Test
  void threads_getTheSameRows() throws Exception {
    assertThat(atOnce(() -> GetOrInsertMain.ids(blog)).stream().distinct()).hasSize(1);
    assertThat(blog.users().count()).isEqualTo(GetOrInsertMain.USERS);
  }

  @Test
  void transactions_getTheSameRows() throws Exception {
    List<Long> ids =
        atOnce(
            () ->
                blog.transactionResult(
                    tx ->
                        tx.users()
                            .getOrInsertByNickname(u -> u.nickname("susan").email("susan@x"))
                            .id()));
    assertThat(ids.stream().distinct()).hasSize(1);
    assertThat(blog.users().count()).isEqualTo(1);
  }

  @Test
  void processes_getTheSameRows() throws Exception {
    String start = String.valueOf(System.currentTimeMillis() + 3_000);
    List<Process> processes = new ArrayList<>();
    for (int number = 0; number < 2; number++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  GetOrInsertMain.class.getName(),
                  file.url(),
                  start)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    }
    List<String> printed = new ArrayList<>();
    for (Process process : processes) {
      printed.add(new String(process.getInputStream().readAllBytes(), UTF_8).strip());
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
    assertThat(printed.get(0)).isNotEmpty().isEqualTo(printed.get(1));
    assertThat(blog.users().count()).isEqualTo(GetOrInsertMain.USERS);
  }

  /** It waits for the other transaction, whatever becomes of that. */
  @Test
  void transaction_waitsForAnotherThatInsertedTheRow() throws Exception {
    for (boolean commits : new boolean[] {true, false}) {
      String name = "user" + commits;
      CountDownLatch inserted = new CountDownLatch(1);
      Future<?> other =
          threads.submit(
              () -> {
                blog.transaction(
                    tx -> {
                      tx.users().insert(u -> u.nickname(name).email("of the other" + commits));
                      inserted.countDown();
                      Thread.sleep(300);
                      if (!commits) {
                        throw new IllegalStateException("no");
                      }
                    });
                return null;
              });
      inserted.await();
      User found =
          blog.transactionResult(
              tx -> tx.users().getOrInsertByNickname(u -> u.nickname(name).email("of " + name)));
      assertThat(found.email()).isEqualTo(commits ? "of the othertrue" : "of userfalse");
      if (commits) {
        other.get();
      } else {
        assertThatThrownBy(other::get).hasMessageContaining("no");
      }
    }
  }

  @Test
  void repeatableRead_failsWithASerializationFailure_onPostgres() throws Exception {
    assumeTrue(engine == POSTGRESQL);
    try (Connection connection = DriverManager.getConnection(file.url())) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      Blog old = Blog.using(DSL.using(connection));
      assertThat(old.users().count()).as("its snapshot").isZero();
      blog.users().insert(u -> u.nickname("susan").email("susan@example.com"));

      assertThatThrownBy(
              () -> old.users().getOrInsertByNickname(u -> u.nickname("susan").email("x")))
          .isInstanceOfSatisfying(
              DataAccessException.class, e -> assertThat(e.sqlState()).isEqualTo("40001"));
      connection.rollback();
      assertThat(old.users().getOrInsertByNickname(u -> u.nickname("susan").email("x")).email())
          .isEqualTo("susan@example.com");
    }
  }
}
