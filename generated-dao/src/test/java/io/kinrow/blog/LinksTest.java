package io.kinrow.blog;

import static io.kinrow.blog.BlogEngine.SQLITE;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.StatementCounter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links of many-to-many: added, removed, replaced. */
@OnBothEngines
class LinksTest {

  private final BlogEngine engine;
  private final BothPaths paths;

  LinksTest(BlogEngine engine) {
    this.engine = engine;
    paths = new BothPaths(engine);
  }

  @AfterEach
  void close() {
    paths.close();
  }

  private static List<User> users(Blog blog, String... names) {
    return blog.users().insertAll(List.of(names), (u, name) -> u.nickname(name).email(name));
  }

  private static List<String> following(Blog blog, User user) {
    return blog.users().get(user.id()).following().stream().map(User::nickname).toList();
  }

  @Test
  void links_areAddedRemovedAndReplaced() {
    paths.run(
        blog -> {
          List<User> users = users(blog, "susan", "david", "john", "miguel");
          User susan = users.get(0);
          User david = users.get(1);
          User john = users.get(2);
          User miguel = users.get(3);

          blog.users().following(susan).add(david, miguel);
          assertThat(following(blog, susan)).containsExactly("david", "miguel");

          blog.users().following(susan).remove(miguel);
          assertThat(following(blog, susan)).containsExactly("david");

          blog.users().following(susan).set(john, miguel);
          assertThat(following(blog, susan)).containsExactly("john", "miguel");

          blog.users().followers(john.id()).addKeys(List.of(david.id(), miguel.id()));
          assertThat(blog.users().get(john.id()).followers())
              .extracting(User::nickname)
              .containsExactly("susan", "david", "miguel");
          assertThat(following(blog, david)).containsExactly("john");
        });
  }

  @Test
  void links_areIdempotent_andCounted() {
    paths.run(
        blog -> {
          List<User> users = users(blog, "susan", "david", "john", "miguel");
          User susan = users.get(0);
          List<User> all = users.subList(1, 4);
          List<Long> keys = all.stream().map(User::id).toList();
          var links = blog.users().following(susan);

          assertStatements(blog, 1, () -> assertThat(links.add(all.subList(0, 2))).isEqualTo(2));
          assertStatements(blog, 1, () -> assertThat(links.add(all)).isEqualTo(1));
          assertStatements(blog, 1, () -> assertThat(links.addKeys(keys)).isZero());
          assertThat(links.add(all.get(0), all.get(0), susan)).as("herself").isEqualTo(1);
          assertStatements(blog, 1, () -> assertThat(links.remove(susan, susan)).isEqualTo(1));
          assertStatements(blog, 1, () -> assertThat(links.removeKeys(List.of(-1L))).isZero());
          assertStatements(blog, 2, () -> links.set(all.subList(1, 3)));
          assertThat(following(blog, susan)).containsExactly("john", "miguel");
          assertStatements(blog, 2, () -> links.setKeys(keys.subList(0, 2)));
          assertThat(following(blog, susan)).containsExactly("david", "john");
          assertStatements(blog, 1, () -> links.set(List.of()));
          assertThat(following(blog, susan)).isEmpty();
          links.add(all);
          assertStatements(blog, 1, () -> assertThat(links.clear()).isEqualTo(3));
          assertThat(links.clear()).isZero();
        });
  }

  @Test
  void nothing_takesNoStatement_andLeavesOthersAlone() {
    paths.run(
        blog -> {
          List<User> users = users(blog, "susan", "david");
          User susan = users.get(0);
          User david = users.get(1);
          blog.users().following(david).add(david, susan);
          blog.users().following(susan).add(david);
          var links = blog.users().following(susan);
          assertStatements(
              blog,
              0,
              () -> {
                assertThat(links.add()).isZero();
                assertThat(links.add(List.of())).isZero();
                assertThat(links.addKeys(List.of())).isZero();
                assertThat(links.remove(List.of())).isZero();
                assertThat(links.removeKeys(List.of())).isZero();
                assertThatThrownBy(() -> links.add(david, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("add of users.following: row 2 is null");
                assertThatThrownBy(() -> links.setKeys(Arrays.asList(1L, null)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("setKeys of users.following: key 2 is null");
                assertThatThrownBy(() -> links.remove((List<User>) null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("remove of users.following: the collection of rows is null");
                assertThatThrownBy(() -> blog.users().following(null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("links of users.following: the row that they start from is null");
              });
          links.set();
          assertThat(following(blog, david)).containsExactly("susan", "david");
          assertThat(following(blog, susan)).isEmpty();
        });
  }

  @Test
  void aThousandLinks_takeOneStatement() {
    paths.run(
        blog -> {
          List<User> users =
              blog.users()
                  .insertAll(
                      IntStream.range(0, 2_000).boxed().toList(),
                      (u, n) -> u.nickname("n" + n).email("e" + n));
          var links = blog.users().followers(users.get(0));
          try (StatementCounter counter = StatementCounter.on(blog)) {
            assertThat(links.add(users)).isEqualTo(2_000);
            assertThat(counter.count()).isEqualTo(1);
            assertThat(counter.statements().get(0).sql())
                .as("one bind for all of them")
                .hasSizeLessThan(400);
            links.set(users.subList(500, 1_500));
            assertThat(counter.count()).isEqualTo(3);
            assertThat(links.remove(users)).isEqualTo(1_000);
            assertThat(counter.count()).isEqualTo(4);
          }
        });
  }

  @Test
  void linksToRowsThatDoNotExist_areRefused_andNoneIsWritten() {
    paths.outside(
        blog -> {
          List<User> users = users(blog, "susan", "david", "john");
          User susan = users.get(0);
          User david = users.get(1);
          User john = users.get(2);
          blog.users().following(susan).add(john);
          for (boolean replaced : new boolean[] {false, true}) {
            assertThatThrownBy(
                    () -> {
                      var links = blog.users().following(susan);
                      if (replaced) {
                        links.setKeys(List.of(david.id(), -7L));
                      } else {
                        links.addKeys(List.of(david.id(), -7L));
                      }
                    })
                .isInstanceOf(IntegrityConstraintViolationException.class)
                .hasMessageStartingWith("followers: ")
                .hasMessageContaining(
                    engine == SQLITE
                        ? "followed_id = [-7] references a row of users that does not exist"
                        : "Key (followed_id)=(-7) is not present in table \"users\"");
            assertThat(following(blog, susan)).containsExactly("john");
          }
          blog.users().delete(susan);
          assertThatThrownBy(() -> blog.users().following(susan).add(david))
              .isInstanceOf(IntegrityConstraintViolationException.class)
              .hasMessageContaining(
                  engine == SQLITE
                      ? "follower_id = [%d] references a row of users that does not exist"
                          .formatted(susan.id())
                      : "Key (follower_id)=(%d) is not present".formatted(susan.id()));
        });
  }

  @Test
  void twoThreads_addTheSameLink_onceAndWithoutError() throws Exception {
    try (TemporaryBlog file = new TemporaryBlog(engine);
        Blog blog = file.open()) {
      List<User> users = users(blog, "susan", "david", "john");
      List<Thread> threads =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      new Thread(
                          () -> {
                            for (int round = 0; round < 50; round++) {
                              blog.users().following(users.get(0)).add(users);
                              blog.users().following(users.get(0)).remove(users.get(i % 3));
                            }
                          }))
              .toList();
      List<Throwable> failures = new CopyOnWriteArrayList<>();
      threads.forEach(thread -> thread.setUncaughtExceptionHandler((t, e) -> failures.add(e)));
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(failures).isEmpty();
      blog.users().following(users.get(0)).set(users);
      assertThat(following(blog, users.get(0))).containsExactly("susan", "david", "john");
    }
  }
}
