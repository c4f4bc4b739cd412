package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.Page;
import io.kinrow.runtime.Projected;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.Slice;
import io.kinrow.runtime.StatementCounter;
import io.kinrow.runtime.StatementListener.Executed;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.NoDataFoundException;
import org.jooq.exception.TooManyRowsException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries that end in records, on each engine. */
@OnBothEngines
class ProjectionTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2024, 2, 29, 12, 0);

  private final BlogEngine engine;
  private TemporaryBlog place;
  private Blog blog;
  private User susan;
  private User juan;
  private Post first;
  private Post second;
  private Post third;

  ProjectionTest(BlogEngine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void open() {
    place = new TemporaryBlog(engine);
    blog = Blog.open(place.url());
    susan =
        blog.users()
            .insert(u -> u.nickname("susan").email("susan@example.com").aboutMe("I write."));
    juan = blog.users().insert(u -> u.nickname("juan").email("juan@example.com"));
    first = blog.posts().insert(p -> p.body("first").author(susan).createdAt(NOON));
    second = blog.posts().insert(p -> p.body("second").author(juan).createdAt(NOON).replyTo(first));
    third = blog.posts().insert(p -> p.body("third").author(juan).createdAt(NOON).replyTo(first));
  }

  @AfterEach
  void close() {
    blog.close();
    place.close();
  }

  private static final PostSummary.Author SUSAN =
      new PostSummary.Author("susan", Optional.of("I write."));
  private static final PostSummary.Author JUAN = new PostSummary.Author("juan", Optional.empty());

  private PostSummary firstSummary() {
    return new PostSummary(first.id(), "first", NOON, SUSAN, Optional.empty(), 2);
  }

  private PostSummary answer(Post post) {
    return new PostSummary(
        post.id(),
        post.body(),
        NOON,
        JUAN,
        Optional.of(new PostSummary.Answered(first.id(), SUSAN)),
        0);
  }

  private List<Executed> statements(Runnable work) {
    try (StatementCounter counter = StatementCounter.on(blog)) {
      work.run();
      return counter.statements();
    }
  }

  @Test
  void rowsBecomeRecords_withOneStatement() {
    assertStatements(
        blog,
        1,
        () ->
            assertThat(blog.posts().orderBy(POSTS.ID).select(PostSummary.class).list())
                .containsExactly(firstSummary(), answer(second), answer(third)));
  }

  @Test
  void onlyTheColumnsThatAreNeeded_areSelected() {
    List<Executed> ran = statements(() -> blog.posts().select(PostSummary.class).list());

    assertThat(ran).hasSize(1);
    String sql = ran.get(0).sql().replace("\"", "").toLowerCase(Locale.ROOT);
    assertThat(sql)
        .startsWith(
            "select posts.id, posts.body, posts.created_at, author_1.nickname as read_4,"
                + " author_1.about_me as read_5, author_1.id as read_6, replyto_2.id as read_7,"
                + " author_3.nickname as read_8, author_3.about_me as read_9,"
                + " author_3.id as read_10, (select count(*) from posts as replies_4"
                + " where (replies_4.reply_to_id = posts.id)) as read_11")
        .contains(
            " from posts left outer join users as author_1 on (author_1.id = posts.user_id)"
                + " left outer join posts as replyto_2 on (replyto_2.id = posts.reply_to_id)"
                + " left outer join users as author_3 on (author_3.id = replyto_2.user_id)")
        .doesNotContain("email");
  }

  @Test
  void conditionsAndOrders_areThoseOfTheQuery_alsoAlongRelations() {
    List<PostSummary> his =
        blog.posts()
            .where(POSTS.author().NICKNAME.eq("juan"))
            .orderBy(POSTS.ID.desc())
            .select(PostSummary.class)
            .list();
    assertThat(his).containsExactly(answer(third), answer(second));
    assertThat(
            blog.posts()
                .orderBy(POSTS.author().NICKNAME.desc(), POSTS.ID)
                .limit(2)
                .offset(1)
                .select(PostSummary.class)
                .list())
        .containsExactly(answer(second), answer(third));
    assertThat(blog.posts().where(POSTS.BODY.eq("none")).select(PostSummary.class).list())
        .isEmpty();
    assertThat(first.queryReplies().orderBy(POSTS.ID).select(PostSummary.class).list())
        .containsExactly(answer(second), answer(third));
    assertThat(
            blog.blogQueries()
                .feed(juan.id())
                .where(POSTS.ID.gt(second.id()))
                .select(PostSummary.class)
                .list())
        .containsExactly(answer(third));
  }

  @Test
  void oneAndFirst() {
    Query<Post> posts = blog.posts().query();

    assertThat(posts.where(POSTS.ID.eq(second.id())).select(PostSummary.class).one())
        .isEqualTo(answer(second));
    assertThat(posts.select(PostSummary.class).first()).contains(firstSummary());
    assertThat(posts.orderBy(POSTS.ID.desc()).select(PostSummary.class).first())
        .contains(answer(third));
    assertThat(posts.where(POSTS.ID.lt(0L)).select(PostSummary.class).first()).isEmpty();
    assertThatThrownBy(() -> posts.where(POSTS.ID.lt(0L)).select(PostSummary.class).one())
        .isInstanceOf(NoDataFoundException.class)
        .hasMessageContaining("no row of posts where ");
    assertThatThrownBy(() -> posts.select(PostSummary.class).one())
        .isInstanceOf(TooManyRowsException.class)
        .hasMessageContaining("several rows of posts where ");
    assertStatements(blog, 1, () -> posts.limit(1).select(PostSummary.class).one());
  }

  @Test
  void aPage_takesOneMoreStatementToCount() {
    Projected<PostSummary> posts = blog.posts().orderBy(POSTS.CREATED_AT).select(PostSummary.class);

    assertStatements(
        blog,
        2,
        () -> {
          Page<PostSummary> page = posts.page(2, 2);
          assertThat(page.rows()).containsExactly(answer(third));
          assertThat(page.total()).isEqualTo(3);
        });
    assertThatThrownBy(() -> posts.page(0, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> blog.posts().query().limit(3).select(PostSummary.class).page(1, 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("remove limit(…) and offset(…)");
  }

  @Test
  void slices_leadThroughAllRows_inBothDirections() {
    for (int i = 0; i < 20; i++) {
      int author = i % 2;
      blog.posts().insert(p -> p.body("more").author(author == 0 ? susan : juan).createdAt(NOON));
    }
    // equal sort values, and NULLs along an optional relation
    Query<Post> query = blog.posts().orderBy(POSTS.replyTo().BODY.desc(), POSTS.author().NICKNAME);
    List<PostSummary> all = query.select(PostSummary.class).list();
    List<Long> expected = new ArrayList<>();
    Slice<Post> entities = query.slice(50);
    entities.forEach(post -> expected.add(post.id()));

    List<Long> seen = new ArrayList<>();
    Slice<PostSummary> slice = query.select(PostSummary.class).slice(4);
    slice.forEach(row -> seen.add(row.id()));
    while (slice.next().isPresent()) {
      Slice<PostSummary> before = slice;
      Query<Post> after = query.after(slice.next().get());
      slice = after.select(PostSummary.class).slice(4);
      assertThat(
              query
                  .before(slice.previous().orElseThrow())
                  .select(PostSummary.class)
                  .slice(4)
                  .rows())
          .isEqualTo(before.rows());
      slice.forEach(row -> seen.add(row.id()));
    }

    assertThat(seen).isEqualTo(expected).hasSameSizeAs(all);
    assertStatements(blog, 1, () -> query.select(PostSummary.class).lastSlice(4));
    assertThat(query.select(PostSummary.class).lastSlice(23).rows())
        .extracting(PostSummary::id)
        .isEqualTo(expected);
    assertThatThrownBy(() -> query.select(PostSummary.class).slice(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aStream_readsRowsInWindows() {
    blog.transaction(
        tx ->
            IntStream.range(0, 1_200)
                .forEach(i -> tx.posts().insert(p -> p.body("post " + i).author(susan))));
    assertStatements(
        blog,
        1,
        () -> {
          try (Stream<PostSummary> posts =
              blog.posts().orderBy(POSTS.ID).select(PostSummary.class).stream()) {
            assertThat(posts.map(PostSummary::body).skip(3).limit(1_000)).hasSize(1_000);
          }
        });
    // a statement for each list and window: of 500 and 703 posts, all of which are answered by none
    try (Stream<UserProfile> users =
        blog.users().orderBy(USERS.ID).select(UserProfile.class).stream()) {
      assertThat(users.map(user -> user.posts().size())).containsExactly(1_201, 2);
    }
  }

  @Test
  void lists_takeOneStatementEach_forAllRows_andAreNotCutByLimits() {
    User eve = blog.users().insert(u -> u.nickname("eve").email("eve@example.com"));
    blog.followers().insert(f -> f.follower(juan).followed(susan));
    blog.followers().insert(f -> f.follower(eve).followed(susan));
    blog.followers().insert(f -> f.follower(eve).followed(juan));

    assertStatements(
        blog,
        4,
        () ->
            assertThat(blog.users().orderBy(USERS.ID).select(UserProfile.class).list())
                .containsExactly(
                    new UserProfile(
                        "susan",
                        "I write.",
                        2,
                        List.of(
                            new UserProfile.Written(
                                first.id(),
                                "first",
                                null,
                                List.of(
                                    new UserProfile.Answer(
                                        "second", new UserProfile.Followed("juan")),
                                    new UserProfile.Answer(
                                        "third", new UserProfile.Followed("juan"))))),
                        List.of()),
                    new UserProfile(
                        "juan",
                        null,
                        1,
                        List.of(
                            new UserProfile.Written(
                                second.id(), "second", new UserProfile.Topic("first"), List.of()),
                            new UserProfile.Written(
                                third.id(), "third", new UserProfile.Topic("first"), List.of())),
                        List.of(new UserProfile.Followed("susan"))),
                    new UserProfile(
                        "eve",
                        null,
                        0,
                        List.of(),
                        List.of(
                            new UserProfile.Followed("susan"), new UserProfile.Followed("juan")))));
    assertThat(
            blog.users()
                .orderBy(USERS.ID.desc())
                .limit(1)
                .offset(1)
                .select(UserProfile.class)
                .one()
                .posts())
        .hasSize(2);
    assertStatements(
        blog, 1, () -> blog.users().where(USERS.ID.lt(0L)).select(UserProfile.class).list());
  }

  @Test
  void rowsThatAreLocked_becomeRecords() {
    assumeTrue(engine == BlogEngine.POSTGRESQL);
    blog.transaction(
        tx -> {
          Projected<PostSummary> locked =
              tx.posts().orderBy(POSTS.ID).forUpdate().select(PostSummary.class);
          assertThat(locked.list()).containsExactly(firstSummary(), answer(second), answer(third));
          assertThat(locked.slice(3).next()).isEmpty();
          assertThat(locked.slice(2).next()).isPresent();
          assertThatThrownBy(() -> locked.page(1, 2)).isInstanceOf(IllegalStateException.class);
        });
  }

  @Test
  void inATransaction_itsOwnRowsAreSeen_alsoInLists_untilItIsRolledBack() {
    assertThatThrownBy(
            () ->
                blog.transaction(
                    tx -> {
                      tx.posts().insert(p -> p.body("fourth").author(susan).replyTo(first));
                      assertThat(profile(tx).posts()).hasSize(2);
                      assertThat(profile(tx).posts().get(0).replies()).hasSize(3);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(profile(blog).posts()).hasSize(1);
    assertThat(profile(blog).posts().get(0).replies()).hasSize(2);
  }

  private static UserProfile profile(Blog on) {
    return on.users().where(USERS.NICKNAME.eq("susan")).select(UserProfile.class).one();
  }

  @Test
  void severalThreads_readTheSame() {
    UserProfile alone = profile(blog);
    assertThat(
            IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> profile(blog))
                .filter(alone::equals)
                .count())
        .isEqualTo(64);
  }

  @Test
  void listenersOfJooq_hearTheSameStatements_andReadTheSameRecords() {
    Heard heard = new Heard();
    Blog listened =
        Blog.using(
            DSL.using(
                new DefaultConfiguration()
                    .set(blog.dsl().configuration().connectionProvider())
                    .set(engine.dialect())
                    .set(heard)));

    assertThat(listened.posts().orderBy(POSTS.ID).select(PostSummary.class).list())
        .isEqualTo(blog.posts().orderBy(POSTS.ID).select(PostSummary.class).list());
    assertThat(listened.posts().orderBy(POSTS.ID).select(PostSummary.class).slice(2).rows())
        .hasSize(2);
    assertThat(profile(listened)).isEqualTo(profile(blog));
    assertThat(heard.texts()).hasSize(1 + 1 + 4);
  }

  @Test
  void queriesThatDifferInValues_shareATextOfTheirRecord() {
    for (Post post : List.of(first, second, third, first)) {
      Query<Post> query = blog.posts().where(POSTS.ID.eq(post.id()));
      assertThat(query.select(PostSummary.class).one().body()).isEqualTo(post.body());
      assertThat(query.one()).isEqualTo(post);
      assertThat(query.select(PostSummary.class).slice(1).rows().get(0).id()).isEqualTo(post.id());
    }
  }

  @Test
  void aReferenceToNothing_takesNoRowFromTheResult_andIsAnErrorWhereARowIsRequired()
      throws Exception {
    unenforced("delete from posts where id = " + first.id());
    Query<Post> posts = blog.posts().orderBy(POSTS.ID);
    assertThat(posts.select(PostSummary.class).list())
        .extracting(PostSummary::id, PostSummary::replyTo)
        .containsExactly(tuple(second.id(), Optional.empty()), tuple(third.id(), Optional.empty()));

    unenforced("delete from users where id = " + juan.id());
    assertThatThrownBy(() -> posts.select(PostSummary.class).list())
        .isInstanceOf(NoDataFoundException.class)
        .hasMessage(
            "posts.user_id references a row of users that does not exist in the row with id = "
                + second.id()
                + ": insert it or correct the reference, or declare the component author of"
                + " PostSummary as Optional or @Nullable");
  }

  /** Foreign keys can lead nowhere where they are not enforced. */
  private void unenforced(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(place.url());
        Statement statement = connection.createStatement()) {
      statement.execute(
          engine == BlogEngine.SQLITE
              ? "pragma foreign_keys = off"
              : "set session_replication_role = replica");
      statement.execute(sql);
    }
  }

  @Test
  void aClassThatIsNotAProjectionOfTheEntity_isRefused() {
    record Stranger(long id) {}

    assertThatThrownBy(() -> blog.posts().select(Stranger.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "io.kinrow.blog.ProjectionTest$1Stranger is not a projection of posts: annotate the"
                + " record with @Projection(Post.class), and compile it together with the database"
                + " class");
    assertThatThrownBy(() -> blog.users().select(PostSummary.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "io.kinrow.blog.PostSummary is a projection of posts, but the query is for users: use"
                + " another record, or a query for posts");
    assertThatThrownBy(() -> blog.posts().with(Post.AUTHOR).select(PostSummary.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("remove with(…)");
    assertThatThrownBy(() -> blog.posts().query().distinct().select(PostSummary.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("remove distinct()");
    assertThatThrownBy(() -> blog.posts().orderBy(DSL.inline(2)).select(PostSummary.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the position of a column of posts");
    assertThatThrownBy(() -> blog.posts().select(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("select of posts: the class of the records is null");
  }

  /** Columns of joined tables can have the names of the table's own. */
  @Test
  void plainSql_namesTheTable_orIsRefused() {
    assertThat(
            blog.posts()
                .where(DSL.condition("posts.user_id = {0}", juan.id()))
                .orderBy(DSL.field("posts.user_id"), POSTS.ID)
                .select(PostSummary.class)
                .list())
        .containsExactly(answer(second), answer(third));
    assertThatThrownBy(
            () ->
                blog.posts()
                    .orderBy(DSL.field(DSL.name("user_id")))
                    .select(PostSummary.class)
                    .list())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("ambiguous");
  }

  @Test
  void loadingPoliciesOfEntities_haveNoEffect() {
    assertThat(blog.users().loading(Loading.FORBID).select(UserProfile.class).list()).hasSize(2);
  }
}
