package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.kinrow.runtime.AfterCommitException;
import io.kinrow.runtime.Isolation;
import io.kinrow.runtime.StatementListener;
import io.kinrow.runtime.TransactionOwner;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions that the owner of the connections begins and ends. */
@OnBothEngines
class OwnersTransactionsTest {

  private final BlogEngine engine;
  private final TemporaryBlog place;
  private final List<String> done = new ArrayList<>();
  private HikariDataSource pool;
  private Framework framework;
  private Blog plain;
  private Blog knowing;

  OwnersTransactionsTest(BlogEngine engine) {
    this.engine = engine;
    this.place = new TemporaryBlog(engine);
  }

  /** One connection: a second one would be missed at once. */
  @BeforeEach
  void open() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(place.url());
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(250);
    pool = new HikariDataSource(config);
    framework = new Framework(pool);
    plain = framework.blog(engine.dialect(), framework.new Plain());
    knowing = framework.blog(engine.dialect(), framework.new Knowing());
  }

  @AfterEach
  void close() {
    assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    pool.close();
    place.close();
  }

  private static User add(Blog to, String nickname) {
    return to.users().insert(u -> u.nickname(nickname).email(nickname));
  }

  /** What somebody beside Kinrow sees who asks the framework for its connection. */
  private long seenBeside() {
    Connection connection = framework.acquire();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from users")) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      framework.release(connection);
    }
  }

  private List<Blog> both() {
    return List.of(plain, knowing);
  }

  @Test
  void aTransaction_isTheOwners_andOthersSeeWhatItDoes() {
    for (Blog blog : both()) {
      framework.events.clear();
      long before = seenBeside();
      List<String> statements = new ArrayList<>();
      StatementListener.Registration heard =
          blog.listen(statement -> statements.add(statement.sql()));
      blog.transaction(
          tx -> {
            User susan = add(tx, "susan" + before);
            assertThat(seenBeside()).isEqualTo(before + 1);
            assertThat(blog.users().count()).isEqualTo(before + 1);
            assertThat(tx.dsl().fetchCount(USERS)).isEqualTo((int) before + 1);
            assertThat(susan.posts()).isEmpty();
          });
      heard.close();
      assertThat(statements).hasSize(4);
      assertThat(framework.events).containsExactly("begin", "commit");
      assertThat(seenBeside()).isEqualTo(before + 1);
    }
  }

  @Test
  void connectionsAreTakenOnceForATransaction_andOnceMoreToAskWhetherThereIsOne() {
    knowing.transaction(
        tx -> {
          add(tx, "susan");
          knowing.users().get(1L);
          tx.transaction(inner -> add(inner, "david"));
        });
    assertThat(framework.taken).hasValue(1);
    plain.transaction(tx -> tx.users().count());
    assertThat(framework.taken).hasValue(3);
  }

  @Test
  void whatTheWorkThrows_rollsBack_andArrivesAsItIs() {
    IOException checked = new IOException("disk");
    Error error = new AssertionError("no");
    for (Blog blog : both()) {
      framework.events.clear();
      for (Throwable thrown : List.of(checked, new IllegalStateException("state"), error)) {
        assertThatThrownBy(
                () ->
                    blog.transactionResult(
                        tx -> {
                          add(tx, "susan");
                          if (thrown instanceof Error fatal) {
                            throw fatal;
                          }
                          throw (Exception) thrown;
                        }))
            .isSameAs(thrown);
      }
      assertThat(framework.events)
          .containsExactly("begin", "rollback", "begin", "rollback", "begin", "rollback");
      assertThat(seenBeside()).isZero();
    }
  }

  @Test
  void innerTransactions_areTheOwnersSavepoints() {
    for (Blog blog : both()) {
      framework.events.clear();
      blog.transaction(
          tx -> {
            add(tx, "kept by " + tx.users().count());
            assertThatThrownBy(
                    () ->
                        tx.transaction(
                            inner -> {
                              add(inner, "gone");
                              inner.transaction(innermost -> add(innermost, "gone too"));
                              throw new IllegalStateException("no");
                            }))
                .hasMessage("no");
            blog.transaction(again -> add(again, "also kept by " + again.users().count()));
          });
      assertThat(framework.events)
          .containsExactly(
              "begin",
              "savepoint",
              "savepoint",
              "release",
              "rollback to savepoint",
              "savepoint",
              "release",
              "commit");
    }
    assertThat(seenBeside()).isEqualTo(4);
  }

  @Test
  void transactionsOfJooq_inATransaction_areTheOwnersToo() {
    knowing.transaction(
        options -> options.timeout(Duration.ofMinutes(1)),
        tx ->
            tx.dsl()
                .transaction(
                    jooq ->
                        jooq.dsl()
                            .insertInto(USERS, USERS.NICKNAME, USERS.EMAIL)
                            .values("a", "a")
                            .execute()));
    assertThat(framework.events)
        .containsExactly("timeout(PT1M)", "begin", "savepoint", "release", "commit");
    assertThat(seenBeside()).isEqualTo(1);
  }

  @Test
  void whatIsWrittenInATransactionOfOthers_isAPartOfIt() {
    framework.begin();
    add(plain, "susan");
    plain.transaction(tx -> add(tx, "david"));
    try (Stream<User> users = plain.users().stream()) {
      assertThat(users).hasSize(2);
    }
    framework.rollback();
    assertThat(seenBeside()).isZero();
    assertThat(framework.events).containsExactly("begin", "savepoint", "release", "rollback");
  }

  @Test
  void actions_runAfterTheOutermostCommit() {
    for (Blog blog : both()) {
      done.clear();
      blog.transaction(
          tx -> {
            tx.afterCommit(() -> done.add("1 of " + blog.users().count()));
            tx.transaction(inner -> inner.afterCommit(() -> done.add("2")));
            assertThatThrownBy(
                    () ->
                        tx.transaction(
                            inner -> {
                              inner.afterCommit(() -> done.add("gone"));
                              throw new IllegalStateException("no");
                            }))
                .hasMessage("no");
            assertThat(done).isEmpty();
          });
      assertThat(done).containsExactly("1 of 0", "2");
      assertThatThrownBy(
              () ->
                  blog.transaction(
                      tx ->
                          tx.afterCommit(
                              () -> {
                                throw new IllegalStateException("mail");
                              })))
          .isInstanceOf(AfterCommitException.class);
    }
  }

  @Test
  void actionsInATransactionOfOthers_waitForItsCommit_orAreRefused() {
    framework.begin();
    knowing.transaction(tx -> tx.afterCommit(() -> done.add("stored")));
    assertThat(done).isEmpty();
    framework.commit();
    assertThat(done).containsExactly("stored");

    framework.begin();
    assertThatThrownBy(() -> plain.transaction(tx -> tx.afterCommit(() -> done.add("when?"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("its commit is not known here");
    assertThatThrownBy(
            () -> plain.transaction(options -> options.timeout(Duration.ofDays(1)), tx -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("options that are not known here");
    framework.rollback();
  }

  @Test
  void options_areForOwnersThatKnowThem() {
    knowing.transaction(
        options -> options.isolation(Isolation.SERIALIZABLE).readOnly(),
        tx -> {
          tx.transaction(options -> options.readOnly(), inner -> inner.users().count());
          assertThatThrownBy(
                  () -> tx.transaction(options -> options.timeout(Duration.ofSeconds(1)), i -> {}))
              .isInstanceOf(IllegalStateException.class);
        });
    assertThat(framework.events.subList(0, 4))
        .containsExactly("isolation(SERIALIZABLE), readOnly()", "begin", "savepoint", "release");
    assertThatThrownBy(
            () -> plain.transaction(options -> options.readOnly(), tx -> tx.users().count()))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("readOnly()")
        .hasMessageContaining(Framework.class.getName())
        .hasMessageContaining(TransactionOwner.class.getName());
  }

  @Test
  void aTransactionThatTookTooLong_isNotStored() {
    for (Blog blog : both()) {
      assertThatThrownBy(
              () ->
                  blog.transaction(
                      options -> options.timeout(Duration.ofMillis(30)),
                      tx -> {
                        add(tx, "susan");
                        Thread.sleep(40);
                      }))
          .isInstanceOf(DataAccessException.class)
          .hasCauseInstanceOf(SQLTimeoutException.class);
      assertThat(seenBeside()).isZero();
    }
  }

  @Test
  void whatTheOwnerSaysOfACommitThatFails_arrives() {
    Blog blog =
        framework.blog(
            engine.dialect(),
            framework.new Plain() {
              @Override
              public void commit(org.jooq.TransactionContext context) {
                throw new DataAccessException("the framework says no");
              }
            });
    assertThatThrownBy(
            () ->
                blog.transaction(
                    tx -> {
                      add(tx, "susan");
                      tx.afterCommit(() -> done.add("stored"));
                    }))
        .hasMessage("the framework says no");
    assertThat(done).isEmpty();
    assertThat(seenBeside()).isZero();
  }

  @Test
  void batches_areThePartsThatTheyWere() {
    List<String> names = List.of("a", "b", "a");
    assertThatThrownBy(
            () -> plain.users().insertBatch(names, (u, name) -> u.nickname(name).email(name)))
        .isInstanceOf(DataAccessException.class);
    assertThat(framework.events).containsExactly("begin", "rollback");
    assertThat(seenBeside()).isZero();
  }
}
