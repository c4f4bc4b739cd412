package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.StatementCounter;
import io.kinrow.runtime.StatementListener;
import io.kinrow.runtime.StatementListener.Executed;
import io.kinrow.runtime.StatementListener.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jooq.ExecuteListener;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Listeners of statements come and go, and fail, without any effect on the statements. */
@OnBothEngines
class StatementListenerTest {

  private static final Logger LOGGER = Logger.getLogger(StatementListener.class.getName());

  private final BlogEngine engine;
  private final TemporaryBlog file;
  private final Blog direct;

  /** On which jOOQ runs the statements, for a listener of its own. */
  private final Blog throughJooq;

  private final List<LogRecord> logged = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          logged.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  StatementListenerTest(BlogEngine engine) {
    this.engine = engine;
    file = new TemporaryBlog(engine);
    direct = file.openWith(3, 2);
    throughJooq =
        Blog.using(
            DSL.using(
                new DefaultConfiguration()
                    .set(direct.dsl().configuration().connectionProvider())
                    .set(engine.dialect())
                    .set(ExecuteListener.onStart(context -> {}))));
    LOGGER.addHandler(handler);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void close() {
    LOGGER.removeHandler(handler);
    LOGGER.setUseParentHandlers(true);
    direct.close();
    file.close();
  }

  private static RuntimeException sneaky(Throwable thrown) {
    return StatementListenerTest.<RuntimeException>cast(thrown);
  }

  @SuppressWarnings("unchecked") // throws what it is given, as other languages can
  private static <X extends Throwable> X cast(Throwable thrown) throws X {
    throw (X) thrown;
  }

  @Test
  void listenerThatThrows_changesNothing_andIsLoggedOnce() {
    for (Blog blog : List.of(direct, throughJooq)) {
      for (Throwable thrown :
          List.of(
              new IllegalStateException("broken"),
              new AssertionError("broken"),
              new StackOverflowError(),
              new OutOfMemoryError(),
              new java.io.IOException("checked"))) {
        logged.clear();
        long before = blog.users().count();
        AtomicInteger heard = new AtomicInteger();
        try (Registration broken =
                blog.listen(
                    statement -> {
                      throw sneaky(thrown);
                    });
            Registration other = blog.listen(statement -> heard.incrementAndGet())) {
          assertThat(List.of(broken, other)).hasSize(2);
          User susan = blog.users().insert(u -> u.nickname("susan").email("susan@x"));
          blog.users()
              .insertBatch(List.of("a", "b"), (u, name) -> u.nickname(name).email(name + "@x"));
          assertThat(blog.users().update(susan.withEmail("s@x")).email()).isEqualTo("s@x");
          assertThat(blog.users().where(USERS.NICKNAME.in("a", "b")).count()).isEqualTo(2);
          try (Stream<User> users = blog.users().stream()) {
            assertThat(users).hasSize((int) before + 3);
          }
          assertThat(blog.dsl().fetchCount(USERS)).isEqualTo((int) before + 3);
          assertThatThrownBy(() -> blog.users().insert(u -> u.nickname("a").email("other@x")))
              .isInstanceOf(IntegrityConstraintViolationException.class)
              .hasMessageContaining("nickname");
          assertThat(blog.users().deleteWhere(USERS.NICKNAME.in("susan", "a", "b"))).isEqualTo(3);
        }
        assertThat(blog.users().count()).isEqualTo(before);
        assertThat(heard).hasValue(8);
        assertThat(logged).hasSize(1);
        assertThat(logged.get(0).getThrown()).isSameAs(thrown);
        assertThat(logged.get(0).getMessage())
            .contains(getClass().getName(), "insert into", "not affected");
      }
    }
  }

  @Test
  void listenerThatQueries_isNotToldOfItsOwnStatements() {
    AtomicInteger heard = new AtomicInteger();
    List<Long> counts = new ArrayList<>();
    try (Registration asking =
        direct.listen(
            statement -> {
              heard.incrementAndGet();
              counts.add(direct.posts().count());
            })) {
      assertThat(asking).isNotNull();
      direct.users().all();
      direct.users().count();
    }
    assertThat(heard).hasValue(2);
    assertThat(counts).containsExactly(6L, 6L);
  }

  @Test
  void registration_endsOnce_andOnlyItself() {
    record Equal(List<Executed> heard) implements StatementListener {
      @Override
      public void executed(Executed statement) {
        heard.add(statement);
      }

      @Override
      public boolean equals(Object other) {
        return other instanceof Equal;
      }

      @Override
      public int hashCode() {
        return 1;
      }
    }
    Equal one = new Equal(new ArrayList<>());
    Equal other = new Equal(new ArrayList<>());
    Registration first = direct.listen(one);
    Registration second = direct.listen(one);
    Registration third = direct.listen(other);
    direct.users().count();
    assertThat(one.heard).hasSize(2);
    third.close();
    third.close();
    direct.users().count();
    assertThat(one.heard).hasSize(4);
    assertThat(other.heard).hasSize(1);
    first.close();
    first.close();
    direct.users().count();
    assertThat(one.heard).hasSize(5);
    second.close();
    direct.users().count();
    assertThat(one.heard).hasSize(5);
    assertThatThrownBy(() -> direct.listen(null)).hasMessageContaining("listener is null");
  }

  /** In each round one registration ends on one thread while another begins on a second one. */
  @Test
  void statement_isHeard_whenAnotherRegistrationEndedWhileThisOneBegan() throws Exception {
    int rounds = engine == BlogEngine.SQLITE ? 5_000 : 500;
    AtomicInteger round = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    AtomicReference<Registration> toEnd = new AtomicReference<>();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<?> ending =
          thread.submit(
              () -> {
                for (int next = 1; next <= rounds; next++) {
                  while (round.get() < next) {
                    Thread.onSpinWait();
                  }
                  toEnd.get().close();
                  ended.set(next);
                }
              });
      for (int now = 1; now <= rounds; now++) {
        toEnd.set(direct.listen(statement -> {}));
        round.set(now);
        for (int wait = now % 64; wait > 0; wait--) {
          Thread.onSpinWait();
        }
        List<Executed> heard = new ArrayList<>(1);
        Registration listening = direct.listen(heard::add);
        while (ended.get() < now) {
          Thread.onSpinWait();
        }
        direct.users().find(1L);
        listening.close();
        assertThat(heard).as("round " + now).hasSize(1);
        assertThat(heard.get(0).binds()).containsExactly(1L);
      }
      ending.get();
    } finally {
      round.set(Integer.MAX_VALUE);
      thread.shutdownNow();
    }
  }

  @Test
  void statementUnderWay_whenListeningBegins_isToldOfWithAllItsValues_orNotAtAll() {
    List<Executed> heard = new ArrayList<>();
    List<Registration> opened = new ArrayList<>();
    AtomicReference<Blog> lent = new AtomicReference<>(direct);
    Blog late =
        Blog.using(
            DSL.using(
                new DefaultConfiguration()
                    .set(direct.dsl().configuration().connectionProvider())
                    .set(engine.dialect())
                    .set(
                        ExecuteListener.onExecuteStart(
                            context -> {
                              if (opened.isEmpty()) {
                                opened.add(lent.get().listen(heard::add));
                              }
                            }))));
    lent.set(late);
    late.posts().where(POSTS.ID.eq(1L)).list();
    assertThat(heard).allSatisfy(statement -> assertThat(statement.binds()).hasSize(1));
    late.posts().where(POSTS.ID.eq(1L)).list();
    assertThat(heard).isNotEmpty();
    assertThat(heard).allSatisfy(statement -> assertThat(statement.binds()).hasSize(1));
  }

  @Test
  void failedBatch_isHeard() {
    try (StatementCounter counter = StatementCounter.on(direct)) {
      assertThatThrownBy(
              () -> direct.users().insertBatch(List.of("x", "x"), (u, n) -> u.nickname(n).email(n)))
          .isInstanceOf(IntegrityConstraintViolationException.class);
      assertThat(counter.count()).isEqualTo(1);
    }
  }

  @Test
  void counter_stillFailsTests() {
    assertThatThrownBy(
            () ->
                StatementCounter.assertStatements(direct, 1, () -> direct.users().get(1L).posts()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected 1 statements, but there were 2");
    assertThatCode(() -> StatementCounter.assertStatements(direct, 1, () -> direct.users().count()))
        .doesNotThrowAnyException();
  }
}
