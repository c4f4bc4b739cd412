package io.kinrow.blog;

import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.blog.BlogQueries.Draft;
import io.kinrow.blog.BlogQueries.PostLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code (a, b) in (:rows)} next to the same question in memory. {@code -Dkinrow.rows.seed} repeats
 * a failure.
 */
@OnBothEngines
class ListsOfRowsTest {

  private static final int TRIES = 100;
  private static final long SEED = Long.getLong("kinrow.rows.seed", 20261130L);

  /** Two of them are one number as a double. */
  private static final long[] USERS = {
    1, 5, 9_007_199_254_740_992L, 9_007_199_254_740_993L, Long.MAX_VALUE, -3
  };

  private static final List<String> BODIES =
      List.of(
          "",
          "5",
          "5.0",
          "null",
          "NULL",
          "it's",
          "\"quoted\"",
          "back\\slash",
          "{a,b}",
          "[1,\"x\"]",
          "a,b",
          " blank ",
          "line\nbreak\ttab\u0001",
          "ünï 🦊 \u2028",
          "?",
          "*/ --",
          "%");

  private final BlogEngine engine;
  private TemporaryBlog place;
  private Blog blog;
  private List<Post> all;

  ListsOfRowsTest(BlogEngine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void open() {
    place = new TemporaryBlog(engine);
    blog = Blog.open(place.url());
    for (long id : USERS) {
      blog.dsl()
          .execute(
              "insert into users (id, nickname, email) values (?, ?, ?)", id, "n" + id, "e" + id);
    }
    Random random = new Random(SEED);
    for (int i = 0; i < 60; i++) {
      Draft draft = draft(random);
      blog.posts().insert(p -> p.body(draft.body()).userId(draft.userId()));
    }
    all = blog.posts().all();
  }

  @AfterEach
  void close() {
    blog.close();
    place.close();
  }

  private static Draft draft(Random random) {
    return new Draft(
        USERS[random.nextInt(USERS.length)], BODIES.get(random.nextInt(BODIES.size())));
  }

  private List<Long> idsIn(Set<Draft> drafts, boolean in) {
    return all.stream()
        .filter(post -> drafts.contains(new Draft(post.userId(), post.body())) == in)
        .map(Post::id)
        .toList();
  }

  private List<Long> written(Iterable<Draft> drafts) {
    List<Draft> list = new ArrayList<>();
    drafts.forEach(list::add);
    return blog.blogQueries().written(list).stream().map(PostLine::id).toList();
  }

  @Test
  void rowsAreThoseThatJavaFinds_inAndNotIn() {
    Random random = new Random(SEED + 1);
    for (int i = 0; i < TRIES; i++) {
      List<Draft> drafts =
          IntStream.range(0, random.nextInt(60)).mapToObj(n -> draft(random)).toList();
      Set<Draft> set = new HashSet<>(drafts);
      assertThat(written(drafts)).as("%s", drafts).isEqualTo(idsIn(set, true));
      assertThat(blog.blogQueries().unwritten(drafts))
          .as("%s", drafts)
          .isEqualTo(idsIn(set, false));
    }
  }

  @Test
  void anyNumberOfRows_isOneStatementOfOneText() {
    List<String> texts = new ArrayList<>();
    List<Draft> many =
        IntStream.range(0, 20_000).mapToObj(i -> new Draft(i % 7, "5".repeat(i % 3))).toList();
    blog.listen(statement -> texts.add(statement.sql()));
    assertStatements(
        blog,
        3,
        () -> {
          assertThat(written(many)).isEqualTo(idsIn(new HashSet<>(many), true));
          assertThat(written(List.of())).isEmpty();
          assertThat(written(many.subList(0, 1))).isEmpty();
        });
    assertThat(new HashSet<>(texts)).hasSize(1);
    assertThat(texts.get(0)).startsWith("/* BlogQueries.written */ select p.id");
  }

  @Test
  void noRowIsInAnEmptyList_andEachIsNotInIt() {
    assertThat(written(List.of())).isEmpty();
    assertThat(blog.blogQueries().unwritten(List.of())).hasSize(all.size());
  }

  /** As in a list of single values. */
  @Test
  void nullIsEqualToNothing() {
    Draft first = new Draft(all.get(0).userId(), all.get(0).body());
    List<Draft> withNull = Arrays.asList(null, new Draft(first.userId(), null), first);

    assertThat(written(withNull)).isEqualTo(idsIn(Set.of(first), true));
    assertThat(blog.blogQueries().unwritten(withNull)).isEmpty();
    assertThat(blog.blogQueries().unwritten(List.of(new Draft(first.userId(), null))))
        .isEqualTo(
            all.stream().filter(post -> post.userId() != first.userId()).map(Post::id).toList());
    assertThat(written(Collections.singletonList(null))).isEmpty();
    assertThatThrownBy(() -> blog.blogQueries().written(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("drafts of BlogQueries.written is null");
  }
}
