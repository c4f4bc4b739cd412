package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.blog.BlogQueries.Answer;
import io.kinrow.blog.BlogQueries.Draft;
import io.kinrow.blog.BlogQueries.Exchange;
import io.kinrow.blog.BlogQueries.NewPost;
import io.kinrow.blog.BlogQueries.PostLine;
import io.kinrow.blog.BlogQueries.Reply;
import io.kinrow.blog.BlogQueries.Statistics;
import io.kinrow.blog.BlogQueries.Topic;
import io.kinrow.blog.BlogQueries.Writer;
import io.kinrow.blog.Reports.FollowsLinksRow;
import io.kinrow.blog.Reports.FollowsRow;
import io.kinrow.blog.Reports.PostsPerUserRow;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.Slice;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each shape of a declared query, on each engine. */
@OnBothEngines
class DeclaredQueriesTest {

  private final BlogEngine engine;
  private TemporaryBlog place;
  private Blog blog;
  private User susan;
  private User juan;

  DeclaredQueriesTest(BlogEngine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void open() {
    place = new TemporaryBlog(engine);
    blog = Blog.open(place.url());
    susan = blog.users().insert(u -> u.nickname("susan").email("susan@example.com"));
    juan = blog.users().insert(u -> u.nickname("juan").email("juan@example.com"));
  }

  @AfterEach
  void close() {
    blog.close();
    place.close();
  }

  private List<Post> posts(int count) {
    return LongStream.range(0, count)
        .mapToObj(
            i -> blog.posts().insert(p -> p.body("post " + i).author(i % 2 == 0 ? susan : juan)))
        .toList();
  }

  @Test
  void entitiesNavigate_asThoseOfRepositories() {
    posts(3);
    assertStatements(
        blog,
        2,
        () -> {
          User found = blog.blogQueries().byName("susan").orElseThrow();
          assertThat(found).isEqualTo(susan);
          assertThat(found.posts()).hasSize(2);
        });
    assertThat(blog.blogQueries().byName("nobody")).isEmpty();
  }

  @Test
  void aListOfAnyLength_isOneValue() {
    List<Post> posts = posts(3);
    List<Long> ids = LongStream.range(0, 5_000).boxed().toList();

    assertStatements(
        blog,
        1,
        () ->
            assertThat(blog.queries(BlogQueries.class).lines(ids))
                .containsExactly(
                    new PostLine(posts.get(0).id(), "post 0", new PostLine.Author("susan")),
                    new PostLine(posts.get(1).id(), "post 1", new PostLine.Author("juan")),
                    new PostLine(posts.get(2).id(), "post 2", new PostLine.Author("susan"))));
    assertThat(blog.blogQueries().lines(List.of())).isEmpty();
  }

  @Test
  void aListOfRows_isMatchedByPosition() {
    List<Post> posts = posts(3);
    assertStatements(
        blog,
        1,
        () ->
            assertThat(
                    blog.blogQueries()
                        .written(
                            List.of(
                                new Draft(susan.id(), "post 0"), new Draft(susan.id(), "post 1"))))
                .containsExactly(
                    new PostLine(posts.get(0).id(), "post 0", new PostLine.Author("susan"))));
  }

  @Test
  void blocksFallAway_whereTheirParametersAreEmpty() {
    List<Post> posts = posts(5);
    blog.posts().update(posts.get(2).withCreatedAt(LocalDateTime.of(2001, 2, 3, 4, 5)));
    LocalDateTime old = LocalDateTime.of(2001, 1, 1, 0, 0);
    Optional<LocalDateTime> any = Optional.empty();

    assertStatements(
        blog,
        4,
        () -> {
          assertThat(blog.blogQueries().search(susan.id(), Optional.empty(), any, any))
              .extracting(PostLine::body)
              .containsExactly("post 0", "post 2", "post 4");
          assertThat(blog.blogQueries().search(susan.id(), Optional.of("%4"), any, any))
              .extracting(PostLine::body)
              .containsExactly("post 4");
          assertThat(search(Optional.empty(), old, old.plusYears(1))).containsExactly("post 2");
          assertThat(search(Optional.of("%4"), old, old.plusYears(1))).isEmpty();
        });
    assertThatThrownBy(
            () -> blog.blogQueries().search(susan.id(), Optional.empty(), any, Optional.of(old)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "until of BlogQueries.search is given, but would be used nowhere, because its block"
                + " needs from too: pass both, or leave until empty");
  }

  private List<String> search(Optional<String> text, LocalDateTime from, LocalDateTime until) {
    return blog
        .blogQueries()
        .search(susan.id(), text, Optional.of(from), Optional.of(until))
        .stream()
        .map(PostLine::body)
        .toList();
  }

  @Test
  void blocksOfFiles_takeListsToo_whichMayBeEmpty() {
    posts(3);

    assertThat(blog.reports().like("post%", Optional.empty())).hasSize(3);
    assertThat(blog.reports().like("post%", Optional.of(List.of("juan", "eve")))).hasSize(1);
    assertThat(blog.reports().like("post%", Optional.of(List.of()))).isEmpty();
  }

  @Test
  void entitiesBesideEachOther_areAbsentWhereAJoinFindsNone_andNavigateTogether() {
    Post first = posts(2).get(0);
    Post reply = blog.posts().insert(p -> p.body("no").author(juan).replyTo(first));

    assertStatements(
        blog,
        3,
        () -> {
          List<Exchange> all;
          try (Stream<Exchange> exchanges = blog.blogQueries().exchanges()) {
            all = exchanges.toList();
          }
          assertThat(all).hasSize(3);
          assertThat(all.get(0).answered()).isEmpty();
          assertThat(all.get(2)).isEqualTo(new Exchange(reply, Optional.of(first)));
          all.forEach(exchange -> assertThat(exchange.post().author()).isNotNull());
          assertThat(all.get(2).answered().orElseThrow().author()).isEqualTo(susan);
        });
  }

  @Test
  void aQueryOfEntities_isNarrowed_ordered_counted_andPaged() {
    List<Post> posts = posts(9);
    blog.posts()
        .insert(
            p ->
                p.body("of nobody she knows")
                    .author(blog.users().insert(u -> u.nickname("eve").email("eve@example.com"))));
    blog.followers().insert(f -> f.follower(susan).followed(juan));

    Query<Post> feed = blog.blogQueries().feed(susan.id());
    assertThat(feed.count()).isEqualTo(9);
    assertThat(feed.where(POSTS.ID.gt(posts.get(6).id())).orderBy(POSTS.ID.desc()).list())
        .containsExactly(posts.get(8), posts.get(7));
    List<Post> read = new ArrayList<>();
    Slice<Post> slice = feed.orderBy(POSTS.ID).slice(4);
    read.addAll(slice.rows());
    while (slice.next().isPresent()) {
      slice = feed.orderBy(POSTS.ID).after(slice.next().get()).slice(4);
      read.addAll(slice.rows());
    }
    assertThat(read).isEqualTo(posts);
    assertStatements(
        blog, 2, () -> feed.list().forEach(post -> assertThat(post.author()).isNotNull()));
  }

  @Test
  void listsOfChildren_takeOneStatement_andDoNotMultiplyRows() {
    List<Post> posts = posts(3);
    for (int i = 0; i < 4; i++) {
      String body = "answer " + i;
      Post topic = posts.get(i % 2);
      blog.posts().insert(p -> p.body(body).author(juan).replyTo(topic));
    }

    assertStatements(
        blog,
        2,
        () ->
            assertThat(blog.blogQueries().topics())
                .containsExactly(
                    new Topic(
                        posts.get(0).id(),
                        "post 0",
                        List.of(new Answer("juan", "answer 0"), new Answer("juan", "answer 2"))),
                    new Topic(
                        posts.get(1).id(),
                        "post 1",
                        List.of(new Answer("juan", "answer 1"), new Answer("juan", "answer 3"))),
                    new Topic(posts.get(2).id(), "post 2", List.of())));
  }

  @Test
  void listsOfRecordsInsideOfARow_takeOneStatementEach_andAreAbsentWithTheirRecord() {
    Post first = posts(2).get(0);
    Post reply = blog.posts().insert(p -> p.body("no").author(juan).replyTo(first));
    Writer bySusan = new Writer(susan.id(), "susan", List.of("post 0"));
    Writer byJuan = new Writer(juan.id(), "juan", List.of("post 1", "no"));

    assertStatements(
        blog,
        3,
        () ->
            assertThat(blog.blogQueries().replies())
                .containsExactly(
                    new Reply(first.id(), "post 0", bySusan, Optional.empty()),
                    new Reply(first.id() + 1, "post 1", byJuan, Optional.empty()),
                    new Reply(reply.id(), "no", byJuan, Optional.of(bySusan))));

    blog.posts().delete(reply);
    assertStatements( // nobody is answered
        blog, 2, () -> assertThat(blog.blogQueries().replies()).hasSize(2));
  }

  @Test
  void aListOfRowsOfAFile_hasARecordOfItsOwn() {
    User eve = blog.users().insert(u -> u.nickname("eve").email("eve@example.com"));
    blog.followers().insert(f -> f.follower(susan).followed(juan));
    blog.followers().insert(f -> f.follower(juan).followed(eve));

    assertThat(
            blog.reports()
                .follows(
                    List.of(
                        new FollowsLinksRow(susan.id(), juan.id()),
                        new FollowsLinksRow(eve.id(), juan.id()))))
        .containsExactly(new FollowsRow("susan", "juan"));
  }

  @Test
  void aNullableValue_isNull() {
    assertThat(blog.blogQueries().lastSeen(susan.id())).isNull();
    LocalDateTime noon = LocalDateTime.of(2026, 1, 1, 12, 0);
    blog.users().update(susan.withLastSeen(noon));
    assertThat(blog.blogQueries().lastSeen(susan.id())).isEqualTo(noon);
  }

  @Test
  void changesAreCounted_andBelongToTheirTransaction() {
    Post post = posts(1).get(0);

    assertThat(blog.blogQueries().rewrite(post.id(), "new")).isEqualTo(1);
    assertThat(blog.blogQueries().rewrite(-1, "new")).isZero();
    assertThatThrownBy(
            () ->
                blog.transaction(
                    tx -> {
                      tx.blogQueries().rewrite(post.id(), "gone");
                      throw new IllegalStateException("back");
                    }))
        .hasMessage("back");
    assertThat(blog.posts().get(post.id()).body()).isEqualTo("new");
  }

  @Test
  void aBatchIsAllOrNothing_andARecordIsBoundByName() {
    blog.blogQueries().add(List.of(new NewPost("a", susan.id()), new NewPost("b", juan.id())));
    assertThat(blog.posts().count()).isEqualTo(2);

    assertThatThrownBy(
            () ->
                blog.blogQueries().add(List.of(new NewPost("c", susan.id()), new NewPost("d", -1))))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("/* BlogQueries.add */");
    assertThat(blog.posts().count()).isEqualTo(2);

    BlogQueries.Stored stored = blog.blogQueries().add(new NewPost("e", susan.id()));
    assertThat(blog.posts().get(stored.id()).createdAt()).isEqualTo(stored.createdAt());
  }

  @Test
  void subqueriesAreReadAsTheTypesOfTheirRecord() {
    assertThat(blog.blogQueries().statistics())
        .isEqualTo(new Statistics(2, 0, 0, 0, null, null, null, null));
    posts(3);
    blog.followers().insert(f -> f.follower(susan).followed(juan));

    Statistics some = blog.blogQueries().statistics();
    assertThat(some.mostPosts()).isEqualTo("susan");
    assertThat(some.mostFollowers()).isEqualTo("juan");
    assertThat(some.firstPost()).isBeforeOrEqualTo(some.lastPost());
  }

  @Test
  void namedQueriesOfFiles_areMethods_withRecordsOfTheirOwn() {
    List<Post> posts = posts(3);
    Post answer = blog.posts().insert(p -> p.body("answer").author(juan).replyTo(posts.get(0)));
    User eve = blog.users().insert(u -> u.nickname("eve").email("eve@example.com"));

    assertThat(blog.reports().postsPerUser())
        .containsExactly(
            new PostsPerUserRow(susan.id(), "susan", 2),
            new PostsPerUserRow(juan.id(), "juan", 2),
            new PostsPerUserRow(eve.id(), "eve", 0));
    assertThat(blog.reports().latest(juan.id()))
        .hasValueSatisfying(row -> assertThat(row.id()).isEqualTo(answer.id()));
    assertThat(blog.reports().latest(eve.id())).isEmpty();
    assertThat(blog.reports().withoutPosts()).containsExactly(eve);
    assertThat(blog.reports().forget(List.of(answer.id(), -1L))).isEqualTo(1);
  }

  @Test
  void queriesOfAnotherDatabase_areRefused() {
    assertThatThrownBy(() -> blog.queries(Runnable.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "java.lang.Runnable is no interface with @Queries that was compiled together with"
                + " io.kinrow.blog.Blog");
  }
}
