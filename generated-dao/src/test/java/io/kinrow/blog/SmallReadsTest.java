package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.Query;
import io.kinrow.runtime.StatementCounter;
import io.kinrow.runtime.UncountedPage;
import java.util.List;
import org.jooq.conf.RenderImplicitJoinType;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reads that ask for less than rows with all that belongs to them. */
@OnBothEngines
class SmallReadsTest {

  private final BlogEngine engine;
  private final TemporaryBlog place;
  private final Blog blog;

  SmallReadsTest(BlogEngine engine) {
    this.engine = engine;
    place = new TemporaryBlog(engine);
    blog = place.openWith(3, 4);
  }

  @AfterEach
  void close() {
    blog.close();
    place.close();
  }

  @Test
  void existsByKey_readsNoColumns() {
    try (StatementCounter counter = StatementCounter.on(blog)) {
      assertThat(blog.users().exists(3)).isTrue();
      assertThat(blog.users().exists(99)).isFalse();
      assertThat(counter.count()).isEqualTo(2);
      assertThat(counter.statements().get(0).sql())
          .isEqualTo(engine.rendered("select 1 from \"users\" where \"users\".\"id\" = ?"));
    }
    FollowerRepository followers = blog.followers();
    Follower pair = followers.insert(f -> f.followerId(1).followedId(2));
    assertThat(followers.exists(pair.key())).isTrue();
    followers.delete(pair);
    assertThat(followers.exists(pair.key())).isFalse();
  }

  @Test
  void existsByKey_isRenderedForOtherSettings() {
    Blog upper =
        Blog.using(
            DSL.using(
                new DefaultConfiguration()
                    .set(blog.dsl().configuration().connectionProvider())
                    .set(engine.dialect())
                    .set(new Settings().withRenderFormatted(true))));
    assertThat(upper.users().exists(3)).isTrue();
    assertThat(upper.users().exists(99)).isFalse();
  }

  @Test
  void first_isTheRowWithTheSmallestKey() {
    assertStatements(
        blog, 1, () -> assertThat(blog.users().first().orElseThrow().id()).isEqualTo(1));
    blog.users().deleteAll();
    assertThat(blog.users().first()).isEmpty();
  }

  @Test
  void uncountedPage_takesOneStatement_andKnowsWhetherAnotherFollows() {
    Query<Post> query = blog.posts().orderBy(POSTS.ID.desc());
    assertStatements(
        blog,
        1,
        () -> {
          UncountedPage<Post> page = query.uncountedPage(2, 5);
          assertThat(page).extracting(Post::id).containsExactly(7L, 6L, 5L, 4L, 3L);
          assertThat(page.hasNext()).isTrue();
          assertThat(page.hasPrevious()).isTrue();
        });
    UncountedPage<Post> last = query.uncountedPage(3, 5);
    assertThat(last.map(Post::id).rows()).containsExactly(2L, 1L);
    assertThat(last.hasNext()).isFalse();
    assertThat(query.uncountedPage(3, 4).hasNext()).isFalse();
    assertThat(query.uncountedPage(1, 12).hasNext()).isFalse();
    assertThat(query.uncountedPage(1, Integer.MAX_VALUE).rows()).hasSize(12);
    UncountedPage<Post> beyond = query.uncountedPage(9, 5);
    assertThat(beyond.rows()).isEmpty();
    assertThat(beyond.hasNext()).isFalse();
    assertThat(query.uncountedPage(1, 5).hasPrevious()).isFalse();
    assertThatThrownBy(() -> query.uncountedPage(0, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> query.limit(3).uncountedPage(1, 5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("uncountedPage(…) cuts the result itself");
  }

  /** With jOOQ's paths to many rows as joins, a user comes once for each of the posts. */
  @Test
  void distinctRows_comeOnce_andAreCountedOnce() {
    Blog joining =
        Blog.using(
            DSL.using(
                new DefaultConfiguration()
                    .set(blog.dsl().configuration().connectionProvider())
                    .set(engine.dialect())
                    .set(
                        new Settings()
                            .withRenderImplicitJoinToManyType(RenderImplicitJoinType.LEFT_JOIN))));
    Query<User> users = joining.users().where(USERS.posts().BODY.contains("says"));
    assertThat(users.list()).hasSize(12);
    Query<User> distinct = users.distinct();
    assertThat(ids(distinct.list())).containsExactlyInAnyOrder(1L, 2L, 3L);
    assertThat(distinct.count()).isEqualTo(3);
    assertThat(distinct.limit(2).count()).isEqualTo(2);
    assertThat(distinct.offset(3).exists()).isFalse();
    assertThat(distinct.offset(2).exists()).isTrue();
    assertThat(ids(distinct.orderBy(USERS.ID.desc()).limit(2).list())).containsExactly(3L, 2L);
    assertThat(ids(distinct.orderBy(USERS.EMAIL.concat(USERS.ID)).list()))
        .containsExactly(1L, 2L, 3L);
    assertThat(distinct.orderBy(USERS.NICKNAME).page(2, 2).total()).isEqualTo(3);
    assertThat(ids(distinct.orderBy(USERS.NICKNAME).page(2, 2).rows())).containsExactly(3L);
    assertThat(ids(distinct.orderBy(DSL.lower(USERS.NICKNAME)).slice(2).rows()))
        .containsExactly(1L, 2L);
    assertStatements(joining, 1, () -> assertThat(distinct.list()).hasSize(3));
    assertStatements(
        joining, 2, () -> distinct.list().forEach(user -> assertThat(user.posts()).hasSize(4)));
  }

  private static List<Long> ids(List<User> users) {
    return users.stream().map(User::id).toList();
  }

  @Test
  void distinctRows_areNotLocked() {
    if (engine == BlogEngine.POSTGRESQL) {
      assertThatThrownBy(() -> blog.users().query().distinct().forUpdate())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("distinct() and forUpdate() do not go together");
      assertThatThrownBy(() -> blog.users().forShare().query().distinct())
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
