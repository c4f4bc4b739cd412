package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.runtime.Page;
import io.kinrow.runtime.StatementCounter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the code that the README shows, and checks that it shows this code. */
class ReadmeTest {

  private final PrintStream out = new PrintStream(PrintStream.nullOutputStream());

  @ParameterizedTest
  @EnumSource(BlogEngine.class)
  void code_runs(BlogEngine engine) {
    try (TemporaryBlog file = new TemporaryBlog(engine);
        // README: begin
        Blog blog = Blog.open(file.url())) {
      User susan = blog.users().insert(u -> u.nickname("susan").email("susan@example.com"));
      Post hello = blog.posts().insert(p -> p.body("Hello, jOOQ").author(susan));

      List<User> all = blog.users().all();
      User first = blog.users().get(1L); // or NoDataFoundException
      Optional<User> maybe = blog.users().find(99L);
      Optional<User> named = blog.users().findByNickname("susan"); // one for each unique key

      for (User user : all) { // 2 statements in all, however many users
        for (Post post : user.posts()) {
          out.println(post.author().nickname() + ": " + post.body());
        }
      }

      Page<Post> page =
          blog.posts()
              .where(POSTS.author().NICKNAME.eq("susan").and(POSTS.BODY.contains("jOOQ")))
              .orderBy(POSTS.CREATED_AT.desc())
              .page(1, 20);

      User renamed = blog.users().update(susan.withNickname("suzy")); // the changed column only
      blog.transaction(tx -> tx.posts().delete(hello)); // all or nothing; nests by savepoint
      // README: end

      assertThat(first).isEqualTo(susan);
      assertThat(maybe).isEmpty();
      assertThat(named).hasValue(susan);
      assertThat(page.rows()).containsExactly(hello);
      assertThat(renamed.nickname()).isEqualTo("suzy");
      assertThat(blog.posts().count()).isZero();
      assertThat(StatementCounter.on(blog).count()).isZero();
    }
  }

  @Test
  void readme_showsThisCode() throws IOException {
    List<String> source =
        Files.readAllLines(Path.of("src/test/java/io/kinrow/blog/ReadmeTest.java"));
    String code =
        source
            .subList(line(source, "// README: begin") + 1, line(source, "// README: end"))
            .stream()
            .map(line -> line.isBlank() ? "" : line.substring(4))
            .collect(Collectors.joining("\n"))
            .replace("    Blog blog = Blog.open(file.url())", "try (Blog blog = Blog.open(url)");

    assertThat(Files.readString(Path.of("../README.md"))).contains(code);
  }

  private static int line(List<String> lines, String marker) {
    return lines.stream().map(String::strip).toList().indexOf(marker);
  }
}
