package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kinrow.runtime.Isolation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the page about writing shows of transactions and locks. */
@OnBothEngines
class TransactionsPageTest {

  private static final Condition WAITING = POSTS.BODY.notLike("%!");

  private final BlogEngine engine;
  private final TemporaryBlog place;
  private final Blog blog;
  private final List<Post> announced = new ArrayList<>();

  TransactionsPageTest(BlogEngine engine) {
    this.engine = engine;
    place = new TemporaryBlog(engine);
    blog = place.openWith(2, 6);
  }

  @AfterEach
  void close() {
    blog.close();
    place.close();
  }

  private void announce(Post post) {
    announced.add(post);
  }

  private static void publish(Post post) {
    assertThat(post.body()).isNotEmpty();
  }

  @Test
  void transactions() {
    User susan = blog.users().get(1L);
    blog.transaction(
        tx -> {
          Post post = tx.posts().insert(p -> p.body("Hello").author(susan));
          tx.afterCommit(() -> announce(post));
        });
    assertThat(announced).hasSize(1);

    long count =
        blog.transactionResult(
            options ->
                options
                    .readOnly()
                    .isolation(Isolation.REPEATABLE_READ)
                    .timeout(Duration.ofSeconds(30)),
            tx -> tx.users().count() + tx.posts().count());
    assertThat(count).isEqualTo(15);
  }

  @Test
  void timeOfAQuery() {
    List<Post> found = blog.posts().where(WAITING).timeout(Duration.ofSeconds(2)).list();
    assertThat(found).hasSize(12);
  }

  @Test
  void locks() {
    assumeTrue(engine == BlogEngine.POSTGRESQL);
    blog.transaction(
        tx -> {
          Post post = tx.posts().forUpdate().get(1L);
          tx.posts().update(post.withBody(post.body() + "!"));
        });
    assertThat(blog.posts().get(1L).body()).isEqualTo("user1 says 1!");

    blog.transaction(
        tx -> {
          List<Post> mine =
              tx.posts().where(WAITING).orderBy(POSTS.ID).limit(10).forUpdate().skipLocked().list();
          mine.forEach(post -> publish(post));
        });
  }
}
