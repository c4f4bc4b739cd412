package io.kinrow.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.kinrow.runtime.AfterCommitException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is to run when a transaction is stored. */
@OnBothEngines
class AfterCommitTest {

  private final BlogEngine engine;
  private final TemporaryBlog place;
  private final List<String> done = new ArrayList<>();
  private Blog blog;

  AfterCommitTest(BlogEngine engine) {
    this.engine = engine;
    this.place = new TemporaryBlog(engine);
  }

  @BeforeEach
  void open() {
    blog = place.open();
  }

  @AfterEach
  void close() {
    blog.close();
    place.close();
  }

  private static User add(Blog to, String nickname) {
    return to.users().insert(u -> u.nickname(nickname).email(nickname));
  }

  private static RuntimeException failure() {
    return new IllegalStateException("no");
  }

  @Test
  void actions_runInOrder_afterTheOutermostCommit() {
    blog.transaction(
        tx -> {
          tx.afterCommit(() -> done.add("1 of " + blog.users().count()));
          tx.transaction(
              inner -> {
                inner.afterCommit(() -> done.add("2"));
                add(inner, "susan");
              });
          tx.afterCommit(() -> done.add("3"));
          assertThat(done).isEmpty();
        });
    assertThat(done).containsExactly("1 of 1", "2", "3");
    blog.transaction(tx -> {});
    assertThat(done).hasSize(3);
  }

  @Test
  void actions_doNotRun_whenTheirTransactionOrTheOuterOneIsRolledBack() {
    blog.transaction(
        tx -> {
          tx.afterCommit(() -> done.add("before"));
          assertThatThrownBy(
                  () ->
                      tx.transaction(
                          inner -> {
                            inner.afterCommit(() -> done.add("rolled back"));
                            inner.transaction(
                                innermost -> innermost.afterCommit(() -> done.add("with it")));
                            throw failure();
                          }))
              .hasMessage("no");
          tx.afterCommit(() -> done.add("after"));
        });
    assertThat(done).containsExactly("before", "after");
    done.clear();
    assertThatThrownBy(
            () ->
                blog.transaction(
                    tx -> {
                      tx.afterCommit(() -> done.add("outer"));
                      tx.transaction(inner -> inner.afterCommit(() -> done.add("inner")));
                      throw failure();
                    }))
        .hasMessage("no");
    assertThat(done).isEmpty();
  }

  @Test
  void actions_doNotRun_whenTheCommitFails() {
    assertThatThrownBy(
            () ->
                blog.transaction(
                    tx -> {
                      tx.afterCommit(() -> done.add("stored"));
                      tx.dsl().execute(deferred());
                      tx.posts().insert(p -> p.body("Hello").userId(99));
                    }))
        .isInstanceOf(IntegrityConstraintViolationException.class);
    assertThat(done).isEmpty();
    assertThat(blog.posts().count()).isZero();
  }

  /** On PostgreSQL, the insert is refused at once. */
  private String deferred() {
    return engine == BlogEngine.SQLITE
        ? "pragma defer_foreign_keys = on"
        : "set constraints all deferred";
  }

  @Test
  void actionThatThrows_leavesTheTransactionStored_andTheOthersRun() {
    RuntimeException first = new IllegalArgumentException("mail");
    Error second = new AssertionError("queue");
    assertThatThrownBy(
            () ->
                blog.transaction(
                    tx -> {
                      add(tx, "susan");
                      tx.afterCommit(
                          () -> {
                            throw first;
                          });
                      tx.afterCommit(
                          () -> {
                            throw second;
                          });
                      tx.afterCommit(() -> done.add("third"));
                    }))
        .isInstanceOf(AfterCommitException.class)
        .hasMessage(
            "the transaction was committed, but an action after its commit failed: "
                + "java.lang.IllegalArgumentException: mail")
        .hasCause(first);
    assertThat(first.getSuppressed()).containsExactly(second);
    assertThat(done).containsExactly("third");
    assertThat(blog.users().count()).isEqualTo(1);
  }

  /** Which would wait for ever if the transaction still had it. */
  @Test
  void action_usesTheOnlyConnection() {
    try (HikariDataSource pool = WaysToABlog.pool(place.url())) {
      Blog single = Blog.open(pool);
      User stored =
          single.transactionResult(
              tx -> {
                User susan = add(tx, "susan");
                tx.afterCommit(() -> done.add(single.users().get(susan.id()).nickname()));
                tx.afterCommit(() -> single.transaction(next -> add(next, "next")));
                return susan;
              });
      assertThat(stored.nickname()).isEqualTo("susan");
    }
    assertThat(done).containsExactly("susan");
    assertThat(blog.users().count()).isEqualTo(2);
  }

  @Test
  void outsideATransaction_anActionIsRefused() {
    assertThatThrownBy(() -> blog.afterCommit(() -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "afterCommit(…): there is no transaction; call it on tx inside transaction(tx -> …)");
    AtomicReference<Blog> ended = new AtomicReference<>();
    blog.transaction(
        tx -> {
          ended.set(tx);
          tx.afterCommit(
              () ->
                  assertThatThrownBy(() -> tx.afterCommit(() -> {}))
                      .hasMessageContaining("the transaction has ended"));
          assertThatThrownBy(() -> tx.afterCommit(null))
              .isInstanceOf(IllegalArgumentException.class);
        });
    assertThatThrownBy(() -> ended.get().afterCommit(() -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the transaction has ended");
  }

  /** Nobody would tell of its commit. */
  @Test
  void insideATransactionOfSomebodyElse_anActionIsRefused() {
    try (HikariDataSource pool = WaysToABlog.pool(place.url())) {
      DSL.using(pool, engine.dialect())
          .transaction(
              configuration ->
                  Blog.using(configuration.dsl())
                      .transaction(
                          tx -> {
                            add(tx, "susan");
                            assertThatThrownBy(() -> tx.afterCommit(() -> {}))
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessageContaining("begun by the owner of the connection");
                          }));
    }
    assertThat(blog.users().count()).isEqualTo(1);
  }
}
