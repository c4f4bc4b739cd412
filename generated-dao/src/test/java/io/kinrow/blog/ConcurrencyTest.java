package io.kinrow.blog;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One database for many threads. */
@OnBothEngines
class ConcurrencyTest {

  private static final int THREADS = 6;
  private static final int ROUNDS = 30;

  private final BlogEngine engine;
  private final TemporaryBlog file;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  ConcurrencyTest(BlogEngine engine) {
    this.engine = engine;
    file = new TemporaryBlog(engine);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    file.close();
  }

  private void readAndWrite(Blog blog) throws Exception {
    User susan = blog.users().insert(u -> u.nickname("susan").email("susan@example.com"));
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      boolean writes = thread % 2 == 0;
      tasks.add(
          () -> {
            for (int round = 0; round < ROUNDS; round++) {
              if (writes) {
                String body = "post " + round;
                blog.transaction(
                    tx -> {
                      Post post = tx.posts().insert(p -> p.body(body).author(susan));
                      tx.posts().update(post.withBody(body + "!"));
                    });
              } else {
                try (Stream<Post> posts = blog.posts().stream()) {
                  posts.forEach(post -> assertThat(post.author()).isEqualTo(susan));
                }
                blog.users().all().forEach(user -> assertThat(user.posts()).isNotNull());
              }
            }
            return null;
          });
    }
    for (Future<Void> done : threads.invokeAll(tasks)) {
      done.get();
    }
    assertThat(blog.posts().count()).isEqualTo(THREADS / 2 * ROUNDS);
    assertThat(blog.posts().all()).allSatisfy(post -> assertThat(post.body()).endsWith("!"));
  }

  @Test
  void threads_readAndWriteAtOnce() throws Exception {
    try (Blog blog = file.open()) {
      readAndWrite(blog);
    }
  }

  @Test
  void threads_shareAPool() throws Exception {
    try (HikariDataSource pool = pool()) {
      readAndWrite(Blog.using(DSL.using(pool, engine.dialect())));
      assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
  }

  @Test
  void threads_shareAPool_andItsListeners() throws Exception {
    LongAdder ended = new LongAdder();
    LongAdder executed = new LongAdder();
    try (HikariDataSource pool = pool()) {
      Blog blog =
          Blog.using(
              DSL.using(
                  new DefaultConfiguration()
                      .set(pool)
                      .set(engine.dialect())
                      .set(ExecuteListener.onEnd(context -> ended.increment()))));
      blog.listen(statement -> executed.increment());
      readAndWrite(blog);
      assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
    assertThat(ended.sum()).isGreaterThan(THREADS * ROUNDS).isEqualTo(executed.sum());
  }

  private HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(
        engine == BlogEngine.SQLITE
            ? file.url() + "?journal_mode=WAL&busy_timeout=10000&transaction_mode=IMMEDIATE"
            : file.url());
    config.setMaximumPoolSize(THREADS);
    return new HikariDataSource(config);
  }
}
