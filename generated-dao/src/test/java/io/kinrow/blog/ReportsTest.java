package io.kinrow.blog;

import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.blog.BlogReports.Line;
import io.kinrow.blog.BlogReports.Text;
import io.kinrow.blog.BlogReports.Writer;
import java.time.LocalDateTime;
import java.util.LinkedList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The declared queries that are measured, on each engine. */
@OnBothEngines
class ReportsTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 29, 12, 0);

  private final BlogEngine engine;
  private TemporaryBlog place;
  private Blog blog;
  private User susan;
  private User juan;
  private User silent;

  ReportsTest(BlogEngine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void open() {
    place = new TemporaryBlog(engine);
    blog = Blog.open(place.url());
    susan = blog.users().insert(u -> u.nickname("susan").email("susan@example.com"));
    juan = blog.users().insert(u -> u.nickname("juan").email("juan@example.com"));
    silent = blog.users().insert(u -> u.nickname("silent").email("silent@example.com"));
  }

  @AfterEach
  void close() {
    blog.close();
    place.close();
  }

  private Post post(String body, User author) {
    return blog.posts().insert(p -> p.body(body).author(author).createdAt(NOON));
  }

  @Test
  void rowsOfAJoin_becomeRecords() {
    Post one = post("one", susan);
    Post two = post("two", juan);
    assertStatements(
        blog,
        1,
        () ->
            assertThat(blog.blogReports().lines(one.id(), two.id()))
                .containsExactly(
                    new Line(one.id(), "one", NOON, "susan"),
                    new Line(two.id(), "two", NOON, "juan")));
  }

  @Test
  void aNumber_isThatOfTheRows() {
    post("one", susan);
    post("two", susan);
    assertThat(blog.blogReports().posts(susan.id())).isEqualTo(2);
    assertThat(blog.blogReports().posts(silent.id())).isZero();
  }

  @Test
  void listsAreReadByOneStatementForAll_whateverTheirLengths() {
    Post one = post("one", susan);
    Post two = post("two", juan);
    Post three = post("three", susan);
    assertStatements(
        blog,
        2,
        () ->
            assertThat(blog.blogReports().writers(susan.id(), silent.id()))
                .containsExactly(
                    new Writer(
                        susan.id(),
                        "susan",
                        List.of(new Text(one.id(), "one"), new Text(three.id(), "three"))),
                    new Writer(juan.id(), "juan", List.of(new Text(two.id(), "two"))),
                    new Writer(silent.id(), "silent", List.of())));
  }

  @Test
  void keysMayBeInAnyOrder_andInAnyCollection() {
    Post one = post("one", susan);
    Post two = post("two", juan);
    List<Text> both = List.of(new Text(one.id(), "one"), new Text(two.id(), "two"));
    List<Long> keys = List.of(two.id(), 77L, one.id(), two.id());

    assertThat(blog.blogReports().texts(keys)).isEqualTo(both);
    assertThat(blog.blogReports().texts(new LinkedList<>(keys))).isEqualTo(both);
    assertThat(blog.blogReports().texts(List.of())).isEmpty();
  }
}
