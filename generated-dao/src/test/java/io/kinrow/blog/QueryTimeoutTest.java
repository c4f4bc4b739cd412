package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.Query;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queries that take longer than they may, whoever opens the connections. */
@OnBothEngines
@Timeout(120)
class QueryTimeoutTest {

  private final BlogEngine engine;
  private final TemporaryBlog place;
  private final List<WaysToABlog.Opened> opened = new ArrayList<>();

  QueryTimeoutTest(BlogEngine engine) {
    this.engine = engine;
    this.place = new TemporaryBlog(engine);
  }

  @BeforeEach
  void open() {
    place.openWith(3, 1).close();
    for (WaysToABlog way : WaysToABlog.values()) {
      opened.add(way.open(engine, place.url()));
    }
  }

  @AfterEach
  void close() {
    opened.forEach(WaysToABlog.Opened::close);
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

  /** True of each row, and found to be so in some time. */
  private static Condition steps(long count) {
    return DSL.condition(
        "0 < (with recursive n (i) as (select 1 union all select i + 1 from n where i < {0})"
            + " select count(*) from n)",
        DSL.val(count));
  }

  private static final Condition FOREVER = steps(1_000_000_000_000L);

  private static void isLate(Throwable failure) {
    assertThat(failure)
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("the query took longer than timeout(PT0.2S) allows")
        .hasCauseInstanceOf(SQLTimeoutException.class);
  }

  @Test
  void everyKindOfRead_isEnded_andTheConnectionUsedAgain() throws Exception {
    List<Consumer<Query<User>>> reads =
        List.of(
            Query::list,
            Query::first,
            Query::one,
            Query::count,
            Query::exists,
            query -> query.page(1, 2),
            query -> query.slice(2),
            query -> {
              try (Stream<User> stream = query.stream()) {
                stream.forEach(user -> {});
              }
            });
    onEachWay(
        blog -> {
          Query<User> query = blog.users().where(FOREVER).timeout(Duration.ofMillis(200));
          for (Consumer<Query<User>> read : reads) {
            assertThatThrownBy(() -> read.accept(query)).satisfies(QueryTimeoutTest::isLate);
            assertThat(blog.users().get(1L).id()).isEqualTo(1);
          }
        });
  }

  @Test
  void queryInTime_leavesNoLimitBehind_andCostsNoStatement() throws Exception {
    long slow = steps();
    onEachWay(
        blog -> {
          Query<User> query = blog.users().where(USERS.ID.eq(1L), steps(10));
          assertStatements(
              blog, 1, () -> assertThat(query.timeout(Duration.ofMillis(200)).list()).hasSize(1));
          assertThat(blog.users().where(USERS.ID.eq(1L), steps(slow)).list()).hasSize(1);
          assertThat(blog.dsl().selectFrom(USERS).where(steps(slow)).fetch()).hasSize(3);
        });
  }

  /** As many as take longer than the limit of 200 ms. */
  private long steps() {
    try (Blog blog = place.open()) {
      long count = 200_000;
      while (true) {
        long start = System.nanoTime();
        blog.users().where(USERS.ID.eq(1L), steps(count)).list();
        if (System.nanoTime() - start > 400_000_000) {
          return count;
        }
        count *= 2;
      }
    }
  }

  /** The limit is that for the first rows: who reads them may take longer. */
  @Test
  void streamInTime_isReadAtLeisure() throws Exception {
    onEachWay(
        blog -> {
          Query<User> query = blog.users().orderBy(USERS.ID).timeout(Duration.ofMillis(200));
          try (Stream<User> users = query.stream()) {
            assertThat(users.peek(user -> pause(150)).map(user -> user.posts().size()))
                .containsExactly(1, 1, 1);
          }
        });
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void lastLimitCounts_andTheTransactionsIsKept() throws Exception {
    onEachWay(
        blog -> {
          assertThatThrownBy(
                  () ->
                      blog.users()
                          .where(FOREVER)
                          .timeout(Duration.ofHours(1))
                          .timeout(Duration.ofMillis(200))
                          .list())
              .satisfies(QueryTimeoutTest::isLate);
          assertThatThrownBy(
                  () ->
                      blog.transaction(
                          options -> options.timeout(Duration.ofMillis(300)),
                          tx -> tx.users().where(FOREVER).timeout(Duration.ofHours(1)).list()))
              .hasMessageContaining("the transaction took longer than timeout(PT0.3S) allows");
          assertThatThrownBy(
                  () ->
                      blog.transaction(
                          options -> options.timeout(Duration.ofHours(1)),
                          tx -> tx.users().where(FOREVER).timeout(Duration.ofMillis(200)).list()))
              .satisfies(QueryTimeoutTest::isLate);
          assertThat(blog.users().count()).isEqualTo(3);
        });
  }

  @Test
  void queryOfADeclaredStatementAndOfRelations_isEndedToo() throws Exception {
    onEachWay(
        blog -> {
          assertThatThrownBy(
                  () ->
                      blog.blogQueries()
                          .feed(1)
                          .where(FOREVER)
                          .timeout(Duration.ofMillis(200))
                          .list())
              .satisfies(QueryTimeoutTest::isLate);
          User user = blog.users().get(1L);
          assertThatThrownBy(
                  () ->
                      user.queryPosts()
                          .where(FOREVER.and(POSTS.ID.gt(0L)))
                          .timeout(Duration.ofMillis(200))
                          .list())
              .satisfies(QueryTimeoutTest::isLate);
        });
  }

  @Test
  void timesThatMeanNothing_areRefused() {
    Query<User> query = opened.get(0).blog().users().query();
    for (Duration time : new Duration[] {null, Duration.ZERO, Duration.ofDays(25)}) {
      assertThatThrownBy(() -> query.timeout(time))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is not a time from a millisecond to 24 days");
    }
  }
}
