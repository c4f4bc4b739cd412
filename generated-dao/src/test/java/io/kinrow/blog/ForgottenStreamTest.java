package io.kinrow.blog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams that nobody closes. */
@OnBothEngines
class ForgottenStreamTest {

  private static final Logger LOGGER = Logger.getLogger("io.kinrow.runtime.Query");

  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          warnings.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final TemporaryBlog file;
  private final Blog blog;

  ForgottenStreamTest(BlogEngine engine) {
    file = new TemporaryBlog(engine);
    file.openWith(600, 0).close();
    blog =
        Blog.open(file.url(), options -> options.connections(2).waitAtMost(Duration.ofSeconds(20)));
    LOGGER.addHandler(handler);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void close() {
    LOGGER.removeHandler(handler);
    LOGGER.setUseParentHandlers(true);
    blog.close();
    file.close();
  }

  @Test
  void forgottenStreams_areWarnedOf_andGiveTheirConnectionsBack() {
    User first = forget(blog);
    assertThat(forget(blog)).isEqualTo(first);

    await(() -> warnings.size() == 2);
    assertThat(warnings)
        .hasSize(2)
        .allSatisfy(
            warning ->
                assertThat(warning)
                    .contains("email", "try (var rows", "connection was given back"));
    assertThat(blog.users().count()).isEqualTo(600);
    blog.transaction(tx -> tx.users().delete(first));
    assertThat(first.posts()).as("navigates on").isEmpty();
  }

  @Test
  void forgottenStreams_ofATransaction_areWarnedOf_andLeaveItAsItIs() {
    blog.transaction(
        tx -> {
          forget(tx);
          await(() -> !warnings.isEmpty());
          tx.users().insert(u -> u.nickname("susan").email("susan@example.com"));
        });

    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).contains("could not be given back");
    assertThat(blog.users().findByNickname("susan")).isPresent();
  }

  @Test
  void streamsThatAreClosed_orReadToTheirEnd_areNotWarnedOf() {
    for (int i = 0; i < 5; i++) {
      try (Stream<User> users = blog.users().stream()) {
        assertThat(users.iterator().next()).isNotNull();
      }
      assertThat(blog.users().stream().count()).isEqualTo(600);
    }
    for (int i = 0; i < 5; i++) {
      System.gc();
      pause();
    }
    assertThat(warnings).isEmpty();
  }

  private static User forget(Blog blog) {
    return blog.users().stream().iterator().next();
  }

  private static void await(BooleanSupplier condition) {
    for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
      System.gc();
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
