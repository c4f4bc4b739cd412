package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.LockNotAvailableException;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.Slice;
import io.kinrow.runtime.StatementCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.NoDataFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Locks on rows of PostgreSQL, as two transactions see them. */
@Timeout(60)
class RowLocksTest {

  private final TemporaryBlog place = new TemporaryBlog(BlogEngine.POSTGRESQL);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Blog blog;
  private Blog other;

  @BeforeEach
  void open() {
    blog = place.openWith(2, 5);
    other = place.open();
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    other.close();
    blog.close();
    place.close();
  }

  private static List<Long> ids(List<Post> posts) {
    return posts.stream().map(Post::id).toList();
  }

  /** Those that another transaction can lock at the moment. */
  private List<Long> free() {
    return other.transactionResult(
        tx -> ids(tx.posts().forUpdate().skipLocked().orderBy(POSTS.ID).list()));
  }

  @Test
  void lockedRow_isChangedByNobodyElse_untilTheTransactionEnds() throws Exception {
    CountDownLatch locked = new CountDownLatch(1);
    Future<?> first =
        threads.submit(
            () ->
                blog.transaction(
                    tx -> {
                      Post post = tx.posts().forUpdate().get(1L);
                      locked.countDown();
                      pause(300);
                      tx.posts().update(post.withBody(post.body() + " one"));
                    }));
    locked.await();
    other.transaction(
        tx -> {
          Post post = tx.posts().forUpdate().get(1L); // waits, and sees what was stored meanwhile
          tx.posts().update(post.withBody(post.body() + " two"));
        });
    first.get(20, TimeUnit.SECONDS);
    assertThat(blog.posts().get(1L).body()).isEqualTo("user1 says 1 one two");
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void skipLocked_givesEachWorkerOtherRows() throws Exception {
    List<Future<List<Long>>> workers = new ArrayList<>();
    CountDownLatch all = new CountDownLatch(3);
    for (int worker = 0; worker < 3; worker++) {
      workers.add(
          threads.submit(
              () ->
                  place
                      .open()
                      .<List<Long>, InterruptedException>transactionResult(
                          tx -> {
                            List<Post> taken =
                                tx.posts()
                                    .orderBy(POSTS.ID)
                                    .limit(3)
                                    .forUpdate()
                                    .skipLocked()
                                    .list();
                            all.countDown();
                            all.await();
                            taken.forEach(tx.posts()::delete);
                            return ids(taken);
                          })));
    }
    List<Long> taken = new ArrayList<>();
    for (Future<List<Long>> worker : workers) {
      assertThat(worker.get(20, TimeUnit.SECONDS)).hasSize(3).satisfies(taken::addAll);
    }
    assertThat(taken).doesNotHaveDuplicates().hasSize(9);
    assertThat(blog.posts().count()).isEqualTo(1);
  }

  @Test
  void noWait_saysWhichRowIsLocked() {
    blog.transaction(
        tx -> {
          tx.posts().forUpdate().get(7L);
          other.transaction(
              second -> {
                assertThatThrownBy(
                        () ->
                            second.transaction(inner -> inner.posts().forUpdate().noWait().get(7L)))
                    .isInstanceOf(LockNotAvailableException.class)
                    .hasMessageStartingWith(
                        "another transaction has locked the row of posts with the key 7: [select ")
                    .hasMessageContaining("could not obtain lock on row in relation \"posts\"");
                assertThat(second.posts().forUpdate().noWait().get(8L).id()).isEqualTo(8);
              });
          assertThatThrownBy(
                  () ->
                      other.transaction(
                          second ->
                              second.posts().where(POSTS.ID.gt(5L)).forUpdate().noWait().list()))
              .isInstanceOf(LockNotAvailableException.class)
              .hasMessageContaining("relation \"posts\"");
        });
  }

  @Test
  void rowThatIsLockedOrMissing_isNotFound_ifLockedRowsAreSkipped() {
    blog.transaction(
        tx -> {
          tx.posts().forUpdate().get(7L);
          other.transaction(
              second -> {
                assertThat(second.posts().forUpdate().skipLocked().find(7L)).isEmpty();
                assertThatThrownBy(() -> second.posts().forUpdate().skipLocked().get(7L))
                    .isInstanceOf(NoDataFoundException.class)
                    .hasMessage("no row of posts that can be locked has the key 7");
                assertThat(second.posts().get(7L).id()).isEqualTo(7); // reading needs no lock
              });
          assertThat(tx.posts().forUpdate().find(99L)).isEmpty();
        });
  }

  @Test
  void rowWithAKeyOfTwoColumns_isLockedByIt() {
    Follower.Key pair = blog.followers().insert(f -> f.followerId(1).followedId(2)).key();
    blog.transaction(
        tx -> {
          assertThat(tx.followers().forUpdate().get(pair).key()).isEqualTo(pair);
          other.transaction(
              second -> {
                assertThat(second.followers().forShare().skipLocked().find(pair)).isEmpty();
                assertThatThrownBy(() -> second.followers().forShare().noWait().get(pair))
                    .isInstanceOf(LockNotAvailableException.class)
                    .hasMessageContaining("row of followers with the key " + pair);
              });
        });
    blog.transaction(
        tx ->
            assertThatThrownBy(() -> tx.posts().forUpdate().get(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("forUpdate().find of posts: the key is null"));
  }

  @Test
  void sharedRows_areSharedAndNotChanged() {
    blog.transaction(
        tx -> {
          tx.posts().forShare().get(1L);
          other.transaction(
              second -> {
                assertThat(second.posts().forShare().noWait().get(1L).id()).isEqualTo(1);
                assertThat(second.posts().forUpdate().skipLocked().find(1L)).isEmpty();
              });
        });
  }

  @Test
  void lastStrengthAndTheLastWayToWait_count() {
    blog.transaction(
        tx -> {
          Query<Post> query = tx.posts().query();
          assertThat(sql(query.forShare().noWait().skipLocked().forUpdate()))
              .endsWith(" for update of \"posts\" skip locked");
          assertThat(sql(query.forUpdate().skipLocked().noWait().forShare()))
              .endsWith(" for share of \"posts\" nowait");
        });
  }

  private String sql(Query<Post> query) {
    try (StatementCounter counter = StatementCounter.on(blog)) {
      query.list();
      return counter.statements().get(0).sql();
    }
  }

  /** Of an outer join, only rows of the table itself are locked: there may be no others. */
  @Test
  void joinsOverNullableRelations_lockTheQuerysOwnRowsOnly() {
    blog.transaction(
        tx -> {
          Query<Post> query =
              tx.posts()
                  .where(POSTS.replyTo().BODY.isNull(), POSTS.author().NICKNAME.eq("user1"))
                  .orderBy(POSTS.replyTo().ID.asc().nullsFirst(), POSTS.ID);
          assertThat(ids(query.forUpdate().list())).containsExactly(1L, 2L, 3L, 4L, 5L);
          assertThat(free()).containsExactly(6L, 7L, 8L, 9L, 10L);
          other.transaction(
              second -> assertThat(second.users().forUpdate().noWait().get(1L).id()).isEqualTo(1));
        });
  }

  @Test
  void slices_lockTheRowsThatTheyReturn_andNoOthers() {
    List<Long> seen = new ArrayList<>();
    blog.transaction(
        tx -> {
          Query<Post> query =
              tx.posts().orderBy(POSTS.author().NICKNAME.desc(), POSTS.replyTo().ID).forUpdate();
          Slice<Post> slice = query.slice(4);
          seen.addAll(ids(slice.rows()));
          assertThat(seen).containsExactly(6L, 7L, 8L, 9L);
          assertThat(free()).containsExactly(1L, 2L, 3L, 4L, 5L, 10L);
          Cursor next = slice.next().orElseThrow();
          assertStatements(blog, 2, () -> seen.addAll(ids(query.after(next).slice(5).rows())));
          Slice<Post> last = query.after(next).slice(6);
          assertStatements(blog, 1, () -> assertThat(query.after(next).slice(7).rows()).hasSize(6));
          assertThat(last.rows()).hasSize(6);
          assertThat(last.next()).isEmpty();
          assertThat(query.before(last.previous().orElseThrow()).slice(2).rows())
              .isEqualTo(slice.rows().subList(2, 4));
          assertThat(query.before(last.previous().orElseThrow()).slice(2).previous()).isPresent();
          assertThat(query.before(last.previous().orElseThrow()).slice(4).previous()).isEmpty();
        });
    assertThat(seen).containsExactly(6L, 7L, 8L, 9L, 10L, 1L, 2L, 3L, 4L);
    assertThat(free()).hasSize(10);
  }

  @Test
  void firstOneAndStream_lockTheirRows_withoutAnotherStatement() {
    blog.transaction(
        tx -> {
          Query<Post> query = tx.posts().orderBy(POSTS.ID).forUpdate();
          assertStatements(blog, 1, () -> assertThat(query.first()).isPresent());
          assertThat(free()).doesNotContain(1L).hasSize(9);
          assertStatements(blog, 1, () -> query.where(POSTS.ID.eq(3L)).one());
          assertStatements(
              blog,
              1,
              () -> {
                try (Stream<Post> stream = query.where(POSTS.ID.gt(8L)).stream()) {
                  assertThat(stream).hasSize(2);
                }
              });
          assertThat(free()).containsExactly(2L, 4L, 5L, 6L, 7L, 8L);
        });
  }

  /** As PostgreSQL documents it. */
  @Test
  void offsetsAndPages_areRefused_becauseSkippedRowsWouldBeLockedToo() {
    blog.transaction(
        tx -> {
          tx.dsl().selectFrom(POSTS).orderBy(POSTS.ID).limit(1).offset(2).forUpdate().fetch();
          assertThat(free()).doesNotContain(1L, 2L, 3L).hasSize(7);
          Query<Post> query = tx.posts().orderBy(POSTS.ID);
          for (ThrowingCallable refused :
              List.<ThrowingCallable>of(
                  () -> query.forUpdate().offset(1),
                  () -> query.offset(1).forShare(),
                  () -> query.forUpdate().page(1, 2))) {
            assertThatThrownBy(refused)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("would lock the rows that offset(…) skips too");
          }
          assertThat(query.forUpdate().offset(0).limit(1).list()).hasSize(1);
        });
  }

  @Test
  void countAndExists_areRefused_becauseTheyLockNothing() {
    blog.transaction(
        tx -> {
          Query<Post> query = tx.posts().where(POSTS.ID.gt(1L)).forUpdate().noWait();
          assertThatThrownBy(query::count)
              .isInstanceOf(IllegalStateException.class)
              .hasMessage(
                  "count() returns no rows that forUpdate().noWait() could lock: leave it out");
          assertThatThrownBy(query::exists).isInstanceOf(IllegalStateException.class);
        });
    assertThatThrownBy(() -> blog.posts().query().noWait())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("call forUpdate() or forShare() before it");
    assertThatThrownBy(() -> blog.posts().query().skipLocked())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void outsideATransaction_locksAreRefused_whoeverOpensTheConnections() {
    for (WaysToABlog way : WaysToABlog.values()) {
      try (WaysToABlog.Opened opened = way.open(BlogEngine.POSTGRESQL, place.url())) {
        Blog outside = opened.blog();
        assertThatThrownBy(() -> outside.posts().forUpdate().get(1L))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage(
                "forUpdate(): outside a transaction, the locks would be gone as soon as the rows are"
                    + " read; call it on tx inside transaction(tx -> …)");
        assertThatThrownBy(() -> outside.posts().forUpdate().query().list())
            .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> outside.posts().forShare().orderBy(POSTS.ID).slice(2))
            .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> outside.posts().forUpdate().query().stream())
            .isInstanceOf(IllegalStateException.class);
        assertThat(outside.posts().count()).isEqualTo(10);
        outside.transaction(tx -> assertThat(tx.posts().forUpdate().query().list()).hasSize(10));
        outside
            .dsl()
            .transaction(
                configuration ->
                    assertThat(Blog.using(configuration.dsl()).posts().forUpdate().get(1L).id())
                        .isEqualTo(1));
      }
    }
  }

  /** Also through the query of a declared statement, whose own tables are not locked. */
  @Test
  void declaredQuery_locksTheRowsOfItsTable() {
    blog.followers().insert(f -> f.followerId(1).followedId(2));
    blog.transaction(
        tx -> {
          List<Post> feed = tx.blogQueries().feed(1).where(POSTS.ID.gt(8L)).forUpdate().list();
          assertThat(ids(feed)).containsExactlyInAnyOrder(9L, 10L);
          assertThat(free()).hasSize(8);
        });
  }

  @Test
  void sameQueryWithoutLocks_locksNothing() {
    blog.transaction(
        tx -> {
          Query<Post> query = tx.posts().where(POSTS.ID.eq(1L));
          query.forUpdate().list();
          query.where(POSTS.ID.eq(1L)).list();
        });
    blog.transaction(
        tx -> {
          tx.posts().where(POSTS.ID.eq(1L)).list();
          assertThat(free()).hasSize(10);
        });
  }

  @Test
  void readOnlyTransaction_refusesLocks() {
    assertThatThrownBy(
            () ->
                blog.transaction(
                    options -> options.readOnly(), tx -> tx.posts().forUpdate().get(1L)))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("read-only transaction");
  }

  @Test
  void listenersOfJooq_runLocksToo() {
    try (WaysToABlog.Opened opened =
        WaysToABlog.LISTENER.open(BlogEngine.POSTGRESQL, place.url())) {
      opened
          .blog()
          .transaction(
              tx -> {
                tx.posts().forUpdate().get(7L);
                assertThat(free()).hasSize(9);
                assertThatThrownBy(
                        () -> other.transaction(o -> o.posts().forUpdate().noWait().get(7L)))
                    .isInstanceOf(LockNotAvailableException.class);
              });
      blog.transaction(
          tx -> {
            tx.posts().forUpdate().get(7L);
            assertThatThrownBy(
                    () ->
                        opened
                            .blog()
                            .transaction(second -> second.posts().forUpdate().noWait().get(7L)))
                .isInstanceOf(LockNotAvailableException.class);
          });
    }
  }

  @Test
  void onSqlite_rowLocksAreRefused_withWhatToDo() {
    TemporaryBlog file = new TemporaryBlog();
    try (Blog sqlite = file.openWith(1, 1)) {
      assertThatThrownBy(() -> sqlite.posts().forUpdate())
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage(
              "forUpdate(): SQLite has no row locks: leave it out; a transaction takes the only"
                  + " write lock when it begins (BEGIN IMMEDIATE), so what it reads is not changed"
                  + " by others");
      sqlite.transaction(
          tx ->
              assertThatThrownBy(() -> tx.posts().query().forShare())
                  .isInstanceOf(UnsupportedOperationException.class));
    }
    file.close();
  }

  @Test
  void pool_getsItsConnectionBackWithoutLocks() {
    try (HikariDataSource pool = WaysToABlog.pool(place.url())) {
      Blog pooled = Blog.open(pool);
      assertThatThrownBy(
              () ->
                  pooled.transaction(
                      tx -> {
                        tx.posts().forUpdate().get(1L);
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");
      assertThat(free()).hasSize(10);
    }
  }
}
