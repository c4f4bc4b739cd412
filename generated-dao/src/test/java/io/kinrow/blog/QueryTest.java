package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.Page;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.Slice;
import io.kinrow.runtime.StatementCounter;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.OrderField;
import org.jooq.exception.NoDataFoundException;
import org.jooq.exception.TooManyRowsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Conditions, orders, pages and streams. */
@OnBothEngines
class QueryTest {

  private final TemporaryBlog file;
  private final Blog blog;

  QueryTest(BlogEngine engine) {
    file = new TemporaryBlog(engine);
    blog = file.openWith(10, 3);
  }

  @AfterEach
  void close() {
    blog.close();
    file.close();
  }

  @Test
  void where_takesJooqConditionsAndImplicitJoins() {
    assertThat(
            blog.posts()
                .where(POSTS.author().NICKNAME.eq("user3").and(POSTS.BODY.contains("says 2")))
                .list())
        .extracting(Post::body)
        .containsExactly("user3 says 2");
  }

  @Test
  void where_narrowsFurther_whenCalledAgain() {
    assertThat(
            blog.users()
                .where(USERS.ID.gt(3L))
                .where(USERS.ID.lt(6L), USERS.NICKNAME.ne("user4"))
                .list())
        .extracting(User::id)
        .containsExactly(5L);
  }

  @Test
  void moreBindsThanJooqsLimit_work() {
    List<Long> ids = Stream.iterate(1L, id -> id + 1).limit(5000).toList();

    assertThat(blog.users().where(USERS.ID.in(ids)).count()).isEqualTo(10);
    List<Long> evenMore = Stream.iterate(1L, id -> id + 1).limit(40_000).toList();
    assertThat(blog.users().where(USERS.ID.in(evenMore)).count()).isEqualTo(10);
  }

  @Test
  void one_isTheOnlyRow_orSaysWhatIsWrong() {
    assertThat(blog.users().where(USERS.NICKNAME.eq("user7")).one().id()).isEqualTo(7);
    assertThatThrownBy(() -> blog.users().where(USERS.NICKNAME.eq("nobody")).one())
        .isInstanceOf(NoDataFoundException.class)
        .hasMessageContaining("users")
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> blog.users().query().one()).isInstanceOf(TooManyRowsException.class);
  }

  @Test
  void get_throws_andFindIsEmpty_forAnUnknownKey() {
    assertThat(blog.users().find(99L)).isEmpty();
    assertThat(blog.users().exists(99L)).isFalse();
    assertThat(blog.users().exists(1L)).isTrue();
    assertThatThrownBy(() -> blog.users().get(99L))
        .isInstanceOf(NoDataFoundException.class)
        .hasMessage("no row of users has the key 99");
  }

  @Test
  void finders_existForUniqueKeysAndUniqueIndexes() {
    assertThat(blog.users().findByNickname("user2")).map(User::id).hasValue(2L);
    assertThat(blog.users().findByEmail("user2@example.com")).map(User::id).hasValue(2L);
    assertThat(blog.users().findByEmail("nobody@example.com")).isEmpty();
    assertThat(blog.posts().listByUserId(4)).hasSize(3);
  }

  @Test
  void findAll_keepsTheOrderOfTheKeys_inOneStatement() {
    assertStatements(
        blog,
        1,
        () ->
            assertThat(blog.users().findAll(List.of(7L, 2L, 99L, 7L, 5L)))
                .extracting(User::id)
                .containsExactly(7L, 2L, 5L));
    assertStatements(blog, 0, () -> assertThat(blog.users().findAll(List.of())).isEmpty());
  }

  @Test
  void findAll_ofCompositeKeys_takesOneStatement() {
    List<Follower.Key> keys = new ArrayList<>();
    for (long follower = 1; follower <= 300; follower++) {
      for (long followed = 1; followed <= 10; followed++) {
        keys.add(new Follower.Key(follower, followed));
      }
    }
    blog.users().following(3).addKeys(List.of(7L, 1L));
    blog.users().following(2).addKeys(List.of(9L));
    Follower.Key last = new Follower.Key(3L, 1L);
    keys.add(0, last);
    keys.add(last);

    assertStatements(
        blog,
        1,
        () ->
            assertThat(blog.followers().findAll(keys))
                .extracting(Follower::key)
                .containsExactly(last, new Follower.Key(2L, 9L), new Follower.Key(3L, 7L)));
    assertStatements(blog, 0, () -> assertThat(blog.followers().findAll(List.of())).isEmpty());
  }

  @Test
  void getByUniqueKey_throws_whenThereIsNone() {
    assertStatements(
        blog, 1, () -> assertThat(blog.users().getByNickname("user2").id()).isEqualTo(2));
    assertThatThrownBy(() -> blog.users().getByNickname("o'neil"))
        .isInstanceOf(NoDataFoundException.class)
        .hasMessage("no row of users has nickname = o'neil");
    assertThatThrownBy(() -> blog.users().getByNickname(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nickname");
  }

  @Test
  void existsByKey_andByCondition_selectNoColumns() {
    try (StatementCounter counter = StatementCounter.on(blog)) {
      assertThat(blog.users().exists(2L)).isTrue();
      assertThat(blog.users().where(USERS.NICKNAME.eq("user2")).exists()).isTrue();
      assertThat(counter.statements())
          .hasSize(2)
          .allSatisfy(statement -> assertThat(statement.sql()).doesNotContain("email"));
    }
  }

  @Test
  void page_hasItsRowsAndTheTotal_inTwoStatements() {
    assertStatements(
        blog,
        2,
        () -> {
          Page<Post> page = blog.posts().orderBy(POSTS.BODY.desc()).page(2, 8);
          assertThat(page.rows()).hasSize(8);
          assertThat(page.total()).isEqualTo(30);
          assertThat(page.pages()).isEqualTo(4);
          assertThat(page.hasNext()).isTrue();
        });
    assertThat(blog.posts().page(4, 8).rows()).hasSize(6);
    assertThat(blog.posts().page(5, 8).rows()).isEmpty();
    assertThatThrownBy(() -> blog.posts().page(0, 8)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void limitAndOffset_cutTheResult() {
    assertThat(blog.users().orderBy(USERS.ID).limit(2).offset(3).list())
        .extracting(User::id)
        .containsExactly(4L, 5L);
    assertThat(blog.users().orderBy(USERS.ID).offset(8).list()).hasSize(2);
    assertThat(blog.users().orderBy(USERS.ID).limit(0).list()).isEmpty();
    assertThatThrownBy(() -> blog.users().query().limit(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyWayToRead_seesTheSameRows_whateverLimitOffsetAndCursor() {
    Query<User> users = blog.users().orderBy(USERS.ID);
    Query<User> beyond = users.after(users.slice(4).next().orElseThrow());
    for (Query<User> query :
        List.of(users, blog.users().query(), beyond, users.where(USERS.ID.gt(8L)))) {
      for (Query<User> cut :
          List.of(
              query,
              query.limit(0),
              query.limit(1),
              query.limit(3),
              query.limit(50),
              query.offset(1),
              query.offset(9),
              query.offset(10),
              query.limit(0).offset(2),
              query.limit(1).offset(1),
              query.limit(3).offset(9),
              query.limit(Integer.MAX_VALUE).offset(Long.MAX_VALUE))) {
        List<User> rows = cut.list();
        try (Stream<User> stream = cut.stream()) {
          assertThat(stream.toList()).isEqualTo(rows);
        }
        assertThat(cut.with(User.POSTS).list()).isEqualTo(rows);
        assertThat(cut.count()).isEqualTo(rows.size());
        assertThat(cut.exists()).isEqualTo(!rows.isEmpty());
        assertThat(cut.first()).isEqualTo(rows.stream().findFirst());
        if (rows.size() == 1) {
          assertThat(cut.one()).isEqualTo(rows.get(0));
        } else {
          assertThatThrownBy(cut::one)
              .isInstanceOf(
                  rows.isEmpty() ? NoDataFoundException.class : TooManyRowsException.class);
        }
      }
    }
    assertThat(beyond.page(1, 4).total()).isEqualTo(6);
    assertThatThrownBy(() -> users.limit(0).page(1, 4)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> users.limit(0).slice(4)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> users.limit(0).lastSlice(4)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void slices_walkEachRowOnce_withEqualSortValuesAndNulls() {
    LocalDateTime noon = LocalDateTime.of(2026, 1, 1, 12, 0);
    for (User user : blog.users().all()) {
      if (user.id() % 3 != 0) {
        blog.users().update(user.withLastSeen(noon.plusDays(user.id() % 2)));
      }
    }

    for (OrderField<?> order :
        List.of(
            USERS.LAST_SEEN,
            USERS.LAST_SEEN.desc(),
            USERS.LAST_SEEN.asc().nullsLast(),
            USERS.LAST_SEEN.desc().nullsFirst())) {
      assertThat(walk(3, order)).as(order.toString()).isEqualTo(allBy(order));
    }
    assertThat(walk(4, USERS.LAST_SEEN.desc(), USERS.NICKNAME.asc()))
        .isEqualTo(allBy(USERS.LAST_SEEN.desc(), USERS.NICKNAME.asc()));
  }

  private List<User> allBy(OrderField<?>... order) {
    return blog.users().orderBy(order).page(1, 100).rows();
  }

  private List<User> walk(int size, OrderField<?>... order) {
    List<User> rows = new ArrayList<>();
    Slice<User> slice = blog.users().orderBy(order).slice(size);
    rows.addAll(slice.rows());
    for (Optional<Cursor> next = slice.next(); next.isPresent(); next = slice.next()) {
      String token = next.get().token();
      slice = blog.users().orderBy(order).after(Cursor.of(token)).slice(size);
      assertThat(slice.rows()).isNotEmpty();
      rows.addAll(slice.rows());
    }
    return rows;
  }

  @Test
  void cursor_isRefused_whenItIsNotOne() {
    assertThatThrownBy(() -> Cursor.of("!!"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("!!");
    Cursor ofTwo = blog.users().orderBy(USERS.NICKNAME).slice(1).next().orElseThrow();
    assertThatThrownBy(() -> blog.users().query().after(ofTwo).list())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("orderBy");
  }

  @Test
  void dates_areComparedInTheFormTheyAreStoredIn() {
    Post post = blog.posts().get(1L);

    assertThat(blog.posts().where(POSTS.CREATED_AT.eq(post.createdAt())).list()).contains(post);
    LocalDateTime withMillis = LocalDateTime.of(2026, 5, 4, 3, 2, 1, 120_000_000);
    Post changed = blog.posts().update(post.withCreatedAt(withMillis));
    assertThat(blog.posts().get(1L)).isEqualTo(changed);
    assertThat(blog.posts().where(POSTS.CREATED_AT.eq(withMillis)).one()).isEqualTo(changed);
  }

  @Test
  void stream_navigatesWithAStatementAWindow() {
    blog.posts()
        .insertBatch(
            Stream.iterate(0, i -> i + 1).limit(3000).toList(),
            (p, i) -> p.body("post " + i).userId(1 + i % 10));
    AtomicInteger rows = new AtomicInteger();

    assertStatements(
        blog,
        1 + 7,
        () -> {
          try (Stream<Post> posts = blog.posts().stream()) {
            posts.forEach(
                post -> {
                  assertThat(post.author().nickname()).startsWith("user");
                  rows.incrementAndGet();
                });
          }
        });
    assertThat(rows).hasValue(3030);
  }

  @Test
  void stream_canBeLeftEarly_andItsRowsStillNavigate() {
    Post first;
    try (Stream<Post> posts = blog.posts().orderBy(POSTS.ID).stream()) {
      Iterator<Post> iterator = posts.iterator();
      first = iterator.next();
    }

    assertThat(first.author().nickname()).isEqualTo("user1");
  }

  @Test
  void dsl_worksOnTheSameDatabase_andIsCounted() {
    assertStatements(blog, 1, () -> assertThat(blog.dsl().fetchCount(USERS)).isEqualTo(10));
    assertStatements(
        blog,
        1,
        () -> blog.transaction(tx -> assertThat(tx.dsl().fetchCount(USERS)).isEqualTo(10)));
  }

  @Test
  void pageAndSlice_refuseALimitOfTheQuery() {
    assertThatThrownBy(() -> blog.users().query().limit(2).page(1, 10))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("limit");
    assertThatThrownBy(() -> blog.users().query().offset(2).slice(10))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("offset");
  }
}
