package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.USERS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.Isolation;
import io.kinrow.runtime.TransactionOptions;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Isolation, read-only and time-out of transactions, whoever opens the connections. */
@OnBothEngines
@Timeout(120)
class TransactionOptionsTest {

  /** True of no row, and found to be so in about a day. */
  private static final Condition FOREVER =
      USERS
          .ID
          .gt(0L)
          .and(
              "exists (with recursive n (i) as (select 1 union all select i + 1 from n"
                  + " where i < 1000000000000) select 1 from n where i < 0)");

  private final BlogEngine engine;
  private final TemporaryBlog place;
  private final List<WaysToABlog.Opened> opened = new ArrayList<>();
  private Blog other;

  TransactionOptionsTest(BlogEngine engine) {
    this.engine = engine;
    this.place = new TemporaryBlog(engine);
  }

  @BeforeEach
  void open() {
    other = place.openWith(3, 1);
    for (WaysToABlog way : WaysToABlog.values()) {
      opened.add(way.open(engine, place.url()));
    }
  }

  @AfterEach
  void close() {
    opened.forEach(WaysToABlog.Opened::close);
    other.close();
    place.close();
  }

  private interface Check {
    void on(Blog blog) throws Exception;
  }

  private void onEachWay(Check check) throws Exception {
    for (WaysToABlog.Opened each : opened) {
      check.on(each.blog());
    }
  }

  private static void add(Blog blog, String nickname) {
    blog.users().insert(u -> u.nickname(nickname).email(nickname));
  }

  private boolean isPostgres() {
    return engine == BlogEngine.POSTGRESQL;
  }

  /** What PostgreSQL says of a setting of the transaction. */
  private static Object show(Blog blog, String setting) {
    return blog.dsl().fetchValue("show " + setting);
  }

  private static void remove(Blog blog, String nickname) {
    blog.users().deleteWhere(USERS.NICKNAME.eq(nickname));
  }

  @Test
  void repeatableRead_seesOneState_readCommittedTheLatest() throws Exception {
    onEachWay(
        blog -> {
          blog.transaction(
              options -> options.readOnly().isolation(Isolation.REPEATABLE_READ),
              tx -> {
                assertThat(tx.users().count()).isEqualTo(3);
                add(other, "late");
                assertThat(tx.users().count()).isEqualTo(3);
              });
          remove(other, "late");
          if (isPostgres()) {
            blog.transaction(
                options -> options.isolation(Isolation.READ_COMMITTED),
                tx -> {
                  assertThat(tx.users().count()).isEqualTo(3);
                  add(other, "late");
                  assertThat(tx.users().count()).isEqualTo(4);
                });
            remove(other, "late");
          }
        });
  }

  @Test
  void isolation_isThatOfOneTransaction_alsoOfOneThatFails() throws Exception {
    onEachWay(
        blog -> {
          for (Isolation isolation : Isolation.values()) {
            long count =
                blog.transactionResult(
                    options -> options.isolation(isolation),
                    tx -> {
                      if (isPostgres()) {
                        assertThat(show(tx, "transaction_isolation"))
                            .isEqualTo(isolation.name().toLowerCase().replace('_', ' '));
                      }
                      return tx.users().count();
                    });
            assertThat(count).isEqualTo(3);
            assertThatThrownBy(
                    () ->
                        blog.transaction(
                            options -> options.isolation(isolation),
                            tx -> {
                              throw new IllegalStateException("no");
                            }))
                .hasMessage("no");
          }
          if (isPostgres()) {
            blog.transaction(
                tx -> assertThat(show(tx, "transaction_isolation")).isEqualTo("read committed"));
            assertThat(show(blog, "default_transaction_isolation")).isEqualTo("read committed");
          }
        });
  }

  @Test
  void readOnlyTransaction_refusesWrites_andLeavesAConnectionThatWrites() throws Exception {
    onEachWay(
        blog -> {
          assertThatThrownBy(
                  () ->
                      blog.transaction(
                          TransactionOptions::readOnly,
                          tx -> {
                            assertThat(tx.users().count()).isEqualTo(3);
                            add(tx, "refused");
                          }))
              .isInstanceOf(DataAccessException.class)
              .hasMessageMatching("(?s).*read-?only.*");
          assertThatThrownBy(
                  () ->
                      blog.transaction(
                          TransactionOptions::readOnly, tx -> tx.dsl().deleteFrom(USERS).execute()))
              .isInstanceOf(DataAccessException.class);
          assertThat(
                  blog.<Long, RuntimeException>transactionResult(
                      TransactionOptions::readOnly, tx -> tx.users().count()))
              .isEqualTo(3);
          add(blog, "stored");
          blog.transaction(tx -> remove(tx, "stored"));
          assertThat(blog.users().count()).isEqualTo(3);
        });
  }

  /** On SQLite, the other one has the only write lock meanwhile. */
  @Test
  void readOnlyTransaction_readsWhileAnotherWrites() throws Exception {
    onEachWay(
        blog ->
            other.transaction(
                writer -> {
                  add(writer, "unseen");
                  blog.transaction(
                      TransactionOptions::readOnly,
                      tx -> assertThat(tx.users().count()).isEqualTo(3));
                  writer.users().deleteWhere(USERS.NICKNAME.eq("unseen"));
                }));
  }

  private static final UnaryOperator<TransactionOptions> SHORT =
      options -> options.timeout(Duration.ofMillis(300));

  private static void isLate(Throwable failure) {
    assertThat(failure)
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("the transaction took longer than timeout(PT0.3S) allows")
        .hasCauseInstanceOf(SQLTimeoutException.class);
  }

  @Test
  void statementOfATransactionWhoseTimeIsOver_isEnded() throws Exception {
    onEachWay(
        blog -> {
          assertThatThrownBy(
                  () ->
                      blog.transaction(
                          SHORT,
                          tx -> {
                            add(tx, "early");
                            tx.users().where(FOREVER).list();
                          }))
              .satisfies(TransactionOptionsTest::isLate);
          assertThatThrownBy(() -> blog.transaction(SHORT, tx -> tx.users().deleteWhere(FOREVER)))
              .satisfies(TransactionOptionsTest::isLate);
          assertThatThrownBy(
                  () ->
                      blog.transaction(
                          SHORT, tx -> tx.dsl().selectOne().from(USERS).where(FOREVER).fetch()))
              .isInstanceOf(DataAccessException.class);
          assertThat(blog.users().count()).isEqualTo(3);
          blog.transaction(tx -> add(tx, "stored"));
          remove(blog, "stored");
        });
  }

  @Test
  void afterItsTime_statementsAndTheCommit_areRefused() throws Exception {
    onEachWay(
        blog -> {
          assertThatThrownBy(
                  () ->
                      blog.transaction(
                          SHORT,
                          tx -> {
                            add(tx, "early");
                            Thread.sleep(350);
                            assertThatThrownBy(() -> add(tx, "late"))
                                .satisfies(TransactionOptionsTest::isLate);
                            assertThatThrownBy(() -> tx.dsl().fetchCount(USERS))
                                .hasMessageContaining("took longer than timeout(PT0.3S) allows");
                          }))
              .satisfies(TransactionOptionsTest::isLate)
              .hasMessageStartingWith("cannot commit: no part of the transaction was stored");
          assertThat(blog.users().count()).isEqualTo(3);
        });
  }

  @Test
  void timeLimit_leavesNothingBehind_andCostsNoStatement() throws Exception {
    onEachWay(
        blog -> {
          assertStatements(
              blog,
              3,
              () ->
                  blog.transaction(
                      options ->
                          options.timeout(Duration.ofSeconds(20)).isolation(Isolation.SERIALIZABLE),
                      tx -> {
                        add(tx, "in time");
                        assertThat(tx.users().count()).isEqualTo(4);
                        tx.transaction(inner -> remove(inner, "in time"));
                      }));
          blog.transaction(
              SHORT, tx -> assertThat(tx.users().where(USERS.ID.le(2L)).list()).hasSize(2));
          Thread.sleep(350);
          assertThat(blog.users().where(USERS.ID.le(2L)).list()).hasSize(2);
          blog.transaction(tx -> assertThat(tx.users().count()).isEqualTo(3));
        });
  }

  @Test
  void innerTransaction_hasTheOptionsOfTheOuterOne_orIsRefused() throws Exception {
    onEachWay(
        blog -> {
          blog.transaction(
              options -> options.readOnly().timeout(Duration.ofSeconds(20)),
              tx -> {
                tx.transaction(inner -> assertThat(inner.users().count()).isEqualTo(3));
                tx.transaction(
                    TransactionOptions::readOnly,
                    inner -> assertThat(inner.users().count()).isEqualTo(3));
                assertThatThrownBy(
                        () ->
                            tx.transaction(
                                options -> options.isolation(Isolation.SERIALIZABLE), inner -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                        "a transaction inside another one cannot have options that the other one"
                            + " does not have: isolation(SERIALIZABLE) inside a transaction with"
                            + " readOnly(), timeout(PT20S); set them where the outer one begins");
                assertThatThrownBy(() -> tx.transaction(SHORT, inner -> {}))
                    .isInstanceOf(IllegalStateException.class);
                assertThat(tx.users().count()).isEqualTo(3);
              });
          blog.transaction(
              tx ->
                  assertThatThrownBy(
                          () -> tx.transaction(TransactionOptions::readOnly, inner -> {}))
                      .hasMessageContaining("readOnly() inside a transaction with no options"));
        });
  }

  /** The owner of the connection has begun it, as a framework does. */
  @Test
  void optionsInsideATransactionOfSomebodyElse_areRefused() throws Exception {
    onEachWay(
        blog ->
            blog.dsl()
                .transaction(
                    configuration -> {
                      Blog inside = Blog.using(configuration.dsl());
                      inside.transaction(tx -> add(tx, "inside"));
                      remove(inside, "inside");
                      assertThatThrownBy(
                              () -> inside.transaction(TransactionOptions::readOnly, tx -> {}))
                          .isInstanceOf(IllegalStateException.class)
                          .hasMessageContaining("options that are not known here");
                    }));
  }

  @Test
  void optionsThatMeanNothing_areRefused() {
    assertThatThrownBy(() -> other.transaction(options -> null, tx -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> other.transaction(options -> options.isolation(null), tx -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    for (Duration time : new Duration[] {null, Duration.ZERO, Duration.ofMillis(-1)}) {
      assertThatThrownBy(() -> other.transaction(options -> options.timeout(time), tx -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is not a time from a millisecond to 24 days");
    }
    assertThatThrownBy(
            () -> other.transaction(options -> options.timeout(Duration.ofDays(25)), tx -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLastCallOfAnOption_counts() {
    other.transaction(
        options ->
            options
                .isolation(Isolation.READ_COMMITTED)
                .timeout(Duration.ofMillis(1))
                .isolation(Isolation.SERIALIZABLE)
                .timeout(Duration.ofSeconds(9)),
        tx ->
            assertThatThrownBy(() -> tx.transaction(SHORT, inner -> {}))
                .hasMessageContaining("with isolation(SERIALIZABLE), timeout(PT9S);"));
  }
}
