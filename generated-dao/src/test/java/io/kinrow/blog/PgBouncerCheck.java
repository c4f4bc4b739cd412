package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.kinrow.runtime.DatabaseOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The blog behind a real PgBouncer in transaction mode, which has to be on the path. Not part of
 * {@code mvn verify}: {@code .ci/run --long} runs it.
 */
class PgBouncerCheck {

  private static final int THREADS = 8;

  @RegisterExtension static final TestServer SERVER = new TestServer();

  @TempDir private static Path folder;

  private static Process bouncer;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path settings = folder.resolve("pgbouncer.ini");
    Files.writeString(
        settings,
        """
        [databases]
        limited = user=limited dbname=%3$s host=127.0.0.1 port=%1$d
        prepared = user=postgres dbname=%3$s host=127.0.0.1 port=%1$d
        * = user=postgres host=127.0.0.1 port=%1$d
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %2$d
        unix_socket_dir =
        auth_type = any
        pool_mode = transaction
        default_pool_size = 3
        """
            .formatted(SERVER.port(), port, SERVER.database()));
    List<String> command = new ArrayList<>(List.of("pgbouncer", "-q", settings.toString()));
    if (System.getProperty("user.name").equals("root")) { // which it refuses to run as
      command.addAll(1, List.of("-u", "nobody"));
    }
    bouncer =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("pgbouncer.log").toFile())
            .start();
    while (!answers()) {
      assertThat(bouncer.isAlive()).withFailMessage(() -> "PgBouncer has ended: " + log()).isTrue();
      Thread.sleep(50);
    }
  }

  private static boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static String log() {
    try {
      return Files.readString(folder.resolve("pgbouncer.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @AfterAll
  static void stop() throws Exception {
    bouncer.destroy();
    bouncer.waitFor();
  }

  private static String url() {
    return url(SERVER.database());
  }

  private static String url(String name) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=postgres";
  }

  /** Each thread starts with other statements, so that the driver gives them other names. */
  private static void use(Blog blog, int thread) {
    for (int round = 0; round < 30; round++) {
      for (int step = 0; step < 7; step++) {
        use(blog, thread, round, (step + thread) % 7);
      }
    }
  }

  private static void use(Blog blog, int thread, int round, int step) {
    String name = "t" + thread + "_" + round;
    switch (step) {
      case 0 -> assertThat(blog.users().get(1L).nickname()).isEqualTo("u1");
      case 1 -> assertThat(blog.users().findByNickname("u2").orElseThrow().email()).isEqualTo("e2");
      case 2 -> assertThat(blog.users().where(USERS.ID.le(3L)).list()).hasSize(3);
      case 3 -> {
        try (Stream<User> users = blog.users().where(USERS.ID.le(1200L)).stream()) {
          assertThat(users).hasSize(1200);
        }
      }
      case 4 ->
          blog.transaction(
              tx -> {
                User user = tx.users().insert(u -> u.nickname(name).email(name));
                tx.posts().insert(p -> p.body("Hello").author(user));
                assertThat(user.posts()).hasSize(1);
              });
      case 5 ->
          blog.posts()
              .insertBatch(List.of(1, 2), (p, i) -> p.body(name).author(blog.users().get(3L)));
      default -> assertThat(blog.dsl().fetchCount(USERS, USERS.ID.eq(7L))).isEqualTo(1);
    }
  }

  @Test
  void manyThreads_shareSessionsOfTheServer() throws Exception {
    try (Blog blog = Blog.open(url());
        Blog other = Blog.open(url())) {
      share(blog, other);
    }
  }

  @Test
  void manyThreads_shareSessionsOfTheServer_throughPoolsThatDoNotPrepare() throws Exception {
    try (HikariDataSource pool = new HikariDataSource();
        HikariDataSource another = new HikariDataSource()) {
      pool.setJdbcUrl(url() + "&prepareThreshold=0");
      another.setJdbcUrl(url() + "&prepareThreshold=0");
      share(Blog.open(pool), Blog.open(another));
    }
  }

  private static void share(Blog blog, Blog other) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        all.add(threads.submit(() -> use(thread % 2 == 0 ? blog : other, thread)));
      }
      for (Future<?> one : all) {
        one.get();
      }
      assertThat(blog.users().count()).isEqualTo(2000 + THREADS * 30);
      assertThat(blog.posts().count()).isEqualTo(THREADS * 30 * 3);
      assertThat(blog.dsl().fetch("select * from pg_prepared_statements")).isEmpty();
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void settingsOfASession_areRefused() {
    assertThatThrownBy(
            () -> Blog.open(url(), options -> options.statementTimeout(Duration.ofSeconds(5))))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("cannot open jdbc:postgresql:")
        .hasMessageContaining("set them for the role instead");
    assertThatThrownBy(() -> Blog.open(url(), DatabaseOptions.Builder::readOnly))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("set them for the role instead");
  }

  @Test
  void settingsOfARole_areObeyed() {
    SERVER.admin().execute("create role limited login");
    SERVER.admin().execute("alter role limited set statement_timeout = '7s'");
    try (Blog blog = Blog.open(url("limited"))) {
      assertThat(blog.dsl().fetchValue("show statement_timeout")).isEqualTo("7s");
    }
  }

  /** In a pool of its own, as they stay in the sessions of the server. */
  @Test
  void preparedStatements_areUsed_whereTheyAreAskedFor() {
    try (Blog blog =
        Blog.open(
            url("prepared"), options -> options.connections(1).property("prepareThreshold", "1"))) {
      blog.transaction(
          tx -> {
            tx.users().get(1L);
            tx.users().get(2L);
            assertThat(tx.dsl().fetch("select * from pg_prepared_statements")).isNotEmpty();
          });
    }
  }
}
