package io.kinrow.blog;

import static io.kinrow.blog.BlogEngine.SQLITE;
import static io.kinrow.blog.db.Tables.FOLLOWERS;
import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.currentTimestamp;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noField;
import static org.jooq.impl.DSL.rand;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.uuid;
import static org.jooq.impl.DSL.val;

import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.Slice;
import io.kinrow.runtime.internal.query.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.OrderField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slices in both directions, and what they refuse. */
@OnBothEngines
class SliceTest {

  private final BlogEngine engine;
  private final TemporaryBlog file;
  private final Blog blog;
  private final Query<Post> posts;

  SliceTest(BlogEngine engine) {
    this.engine = engine;
    file = new TemporaryBlog(engine);
    blog = file.openWith(4, 3);
    posts = blog.posts().orderBy(POSTS.USER_ID, POSTS.ID.desc());
  }

  @AfterEach
  void close() {
    blog.close();
    file.close();
  }

  private static List<Long> ids(Iterable<Post> posts) {
    List<Long> ids = new java.util.ArrayList<>();
    posts.forEach(post -> ids.add(post.id()));
    return ids;
  }

  @Test
  void previousAndNext_leadBackAndForth_andAreEmptyAtTheEnds() {
    Slice<Post> first = posts.slice(5);
    Slice<Post> second = posts.after(first.next().orElseThrow()).slice(5);
    Slice<Post> third = posts.after(second.next().orElseThrow()).slice(5);
    assertThat(ids(first)).containsExactly(3L, 2L, 1L, 6L, 5L);
    assertThat(ids(second)).containsExactly(4L, 9L, 8L, 7L, 12L);
    assertThat(ids(third)).containsExactly(11L, 10L);
    assertThat(first.previous()).isEmpty();
    assertThat(third.next()).isEmpty();

    Slice<Post> back = posts.before(third.previous().orElseThrow()).slice(5);
    assertThat(back).isEqualTo(second);
    assertThat(posts.before(back.previous().orElseThrow()).slice(5).rows()).isEqualTo(first.rows());
    assertThat(posts.before(back.previous().orElseThrow()).slice(5).previous()).isEmpty();
    assertThat(posts.after(back.next().orElseThrow()).slice(5)).isEqualTo(third);

    assertThat(ids(posts.before(third.previous().orElseThrow()).slice(2))).containsExactly(7L, 12L);
    assertThat(ids(posts.before(second.previous().orElseThrow()).list()))
        .isEqualTo(ids(first.rows()));
    assertThat(posts.before(third.previous().orElseThrow()).exists()).isTrue();
  }

  @Test
  void slicesAndPages_mayBeOfAnySize() {
    assertThat(posts.slice(Integer.MAX_VALUE).rows()).hasSize(12);
    assertThat(posts.slice(Integer.MAX_VALUE).next()).isEmpty();
    assertThat(posts.lastSlice(Integer.MAX_VALUE).rows()).isEqualTo(posts.list());
    assertThat(posts.page(1, Integer.MAX_VALUE).rows()).hasSize(12);
    assertThat(posts.page(Integer.MAX_VALUE, Integer.MAX_VALUE).rows()).isEmpty();
  }

  @Test
  void lastSlice_isTheEndOfTheQuery_inItsOwnOrder() {
    Slice<Post> last = posts.lastSlice(3);
    assertThat(ids(last)).containsExactly(12L, 11L, 10L);
    assertThat(last.next()).isEmpty();
    assertThat(ids(posts.before(last.previous().orElseThrow()).slice(3)))
        .containsExactly(9L, 8L, 7L);
    assertThat(posts.lastSlice(12).previous()).isEmpty();
    Query<Post> after = posts.after(posts.slice(1).next().orElseThrow());
    assertThatThrownBy(() -> after.lastSlice(3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("remove after(…) and before(…)");
  }

  @Test
  void emptySlice_stillLeadsBackToTheRowsBesideItsPlace() {
    Slice<Post> head = posts.slice(11);
    blog.posts().delete(blog.posts().get(10L));
    Slice<Post> empty = posts.after(head.next().orElseThrow()).slice(5);
    assertThat(empty.rows()).isEmpty();
    assertThat(ids(posts.before(empty.previous().orElseThrow()).slice(2)))
        .containsExactly(12L, 11L);

    Slice<Post> tail = posts.lastSlice(10);
    blog.posts().delete(blog.posts().get(3L));
    Slice<Post> none = posts.before(tail.previous().orElseThrow()).slice(5);
    assertThat(none.rows()).isEmpty();
    assertThat(ids(posts.after(none.next().orElseThrow()).slice(2))).containsExactly(2L, 1L);
  }

  @Test
  void slice_takesOneStatement_inEitherDirection() {
    Cursor place = posts.slice(5).next().orElseThrow();
    assertStatements(blog, 1, () -> posts.after(place).slice(3));
    assertStatements(blog, 1, () -> posts.before(place).slice(3));
    assertStatements(blog, 1, () -> posts.lastSlice(3));
  }

  @Test
  void cursor_isRefused_withAnyOtherOrder() {
    Cursor place = posts.slice(5).next().orElseThrow();
    List<Query<?>> others =
        List.of(
            blog.posts().query(),
            blog.posts().orderBy(POSTS.USER_ID.desc(), POSTS.ID.desc()),
            blog.posts().orderBy(POSTS.USER_ID, POSTS.ID),
            blog.posts().orderBy(POSTS.ID, POSTS.USER_ID),
            blog.posts().orderBy(POSTS.USER_ID.plus(1), POSTS.ID.desc()),
            blog.posts().orderBy(POSTS.REPLY_TO_ID, POSTS.ID.desc()),
            blog.users().orderBy(USERS.ID, USERS.NICKNAME.desc()));
    for (Query<?> other : others) {
      for (boolean before : new boolean[] {false, true}) {
        assertThatThrownBy(() -> (before ? other.before(place) : other.after(place)).list())
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("orderBy(…)");
      }
    }
    assertThatThrownBy(() -> posts.after(place).orderBy(POSTS.ID).list())
        .isInstanceOf(IllegalArgumentException.class);

    Query<Post> plus2 = blog.posts().orderBy(POSTS.USER_ID.plus(2));
    Cursor ofPlus2 = plus2.slice(1).next().orElseThrow();
    assertThat(plus2.after(ofPlus2).list()).hasSize(11);
    assertThatThrownBy(() -> blog.posts().orderBy(POSTS.USER_ID.plus(3)).after(ofPlus2))
        .isInstanceOf(IllegalArgumentException.class);
    OrderField<?> unusual =
        engine == SQLITE
            ? POSTS.REPLY_TO_ID.asc().nullsLast()
            : POSTS.REPLY_TO_ID.asc().nullsFirst();
    Cursor ofUnusual = blog.posts().orderBy(unusual).slice(1).next().orElseThrow();
    assertThatThrownBy(() -> blog.posts().orderBy(POSTS.REPLY_TO_ID).after(ofUnusual))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cursor_isTaken_byTheSameOrderInOtherWords() {
    Cursor place = posts.slice(5).next().orElseThrow();
    Query<Post> same =
        blog.posts()
            .where(POSTS.BODY.isNotNull())
            .orderBy(
                engine == SQLITE ? POSTS.USER_ID.asc().nullsFirst() : POSTS.USER_ID.nullsLast(),
                noField(),
                POSTS.ID.desc());
    assertThat(same.after(Cursor.of(place.token())).list()).isEqualTo(posts.after(place).list());
  }

  @Test
  void damagedValue_isRefused() {
    long order = Place.of(posts.slice(5).next().orElseThrow().token()).order();
    for (String value : List.of("", "i", "ix", "b0", "q1", "dNone")) {
      Cursor damaged = cursor(order, List.of("i1", value));
      assertThatThrownBy(() -> posts.after(damaged).list())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the cursor is damaged");
    }
    Cursor shorter = cursor(order, List.of("i1"));
    assertThatThrownBy(() -> posts.after(shorter)).isInstanceOf(IllegalArgumentException.class);
    Cursor withNull = cursor(order, Collections.nCopies(2, null));
    assertThat(posts.after(withNull).list())
        .as("NULL comes before all values in SQLite, behind them in PostgreSQL")
        .hasSize(engine == SQLITE ? 12 : 0);
  }

  private static Cursor cursor(long order, List<String> values) {
    return Cursor.of(new Place(order, true, values).token());
  }

  @Test
  void orderWithoutAPlaceForEachRow_isRefused_whenTheQueryIsBuilt() {
    Map<OrderField<?>, String> refused = new LinkedHashMap<>();
    refused.put(rand(), "differs from one statement to the next (random)");
    refused.put(rand().desc(), "(random)");
    refused.put(currentTimestamp(), "(current_timestamp)");
    refused.put(field("random()"), "(random)");
    if (engine == SQLITE) {
      refused.put(uuid(), "(randomblob)");
      refused.put(field("julianday('now') - julianday(created_at)"), "julianday('now'");
      refused.put(field("datetime()"), "(datetime)");
    } else {
      refused.put(uuid(), "(gen_random_uuid)");
      refused.put(field("date 'now' - created_at"), "'now'");
      refused.put(field("clock_timestamp()"), "(clock_timestamp)");
      refused.put(field("nextval('posts_id_seq')"), "(nextval)");
    }
    refused.put(field(select(rand())), "(random)");
    refused.put(inline(1), "position of a column");
    refused.put(inline(2).desc(), "position of a column");
    refused.put(val(1), "position of a column");
    refused.put(field("1"), "position of a column");
    refused.put(POSTS.BODY.as("b"), "alias");
    refused.put(count(), "aggregate or window function");
    refused.put(count().plus(1), "aggregate or window function");
    refused.put(max(POSTS.ID), "aggregate or window function");
    refused.put(rowNumber().over(), "aggregate or window function");
    refused.put(max(POSTS.ID).over().plus(1), "aggregate or window function");
    refused.forEach(
        (order, reason) ->
            assertThatThrownBy(() -> blog.posts().orderBy(POSTS.BODY, order).slice(3))
                .as("%s", order)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cannot slice by ")
                .hasMessageContaining(reason));
    Cursor place = posts.slice(1).next().orElseThrow();
    assertThatThrownBy(() -> blog.posts().orderBy(rand()).after(place))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void orderThatOnlyLooksUnsteady_isTaken() {
    List<OrderField<?>> orders =
        List.of(
            POSTS.BODY.eq("random() over ()").sortAsc(List.of()),
            field(POSTS.BODY.eq("now()")),
            field(POSTS.BODY.eq("now")),
            field("length(\"body\" || 'count(*)')"),
            field(selectCount().from(USERS).where(USERS.ID.eq(POSTS.USER_ID))),
            field(select(max(USERS.ID).over()).from(USERS).limit(1)),
            POSTS.BODY.sortAsc(List.of()));
    for (OrderField<?> order : orders) {
      assertThat(blog.posts().orderBy(order).slice(100).rows()).as("%s", order).hasSize(12);
    }
  }

  @Test
  void joinTable_isSlicedByItsWholeKey() {
    for (long follower = 1; follower <= 4; follower++) {
      long from = follower;
      blog.followers().insert(f -> f.followerId(from).followedId(1));
      blog.followers().insert(f -> f.followerId(from).followedId(2));
    }
    Query<Follower> byFollowed = blog.followers().orderBy(FOLLOWERS.FOLLOWED_ID);
    Slice<Follower> first = byFollowed.slice(3);
    assertThat(byFollowed.after(first.next().orElseThrow()).list()).hasSize(5);
    assertThat(byFollowed.before(first.next().orElseThrow()).list()).isEqualTo(first.rows());
  }
}
