package io.kinrow.blog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a stream with navigation holds on to, however long it is. */
class StreamMemoryTest {

  private static final String POSTS =
      """
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000000)
      insert into posts (body, user_id)
      select 'post ' || i || ' has a body of about the length that a short message has', i % 5000 + 1
      from n
      """;

  private static final String USERS =
      """
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)
      insert into users (nickname, email) select 'user' || i, 'user' || i || '@example.com' from n
      """;

  @Test
  void heapIsFlat_whenAMillionRowsAreStreamedWithTheirAuthors() throws Exception {
    try (TemporaryBlog file = new TemporaryBlog()) {
      try (Blog blog = file.open()) {
        blog.transaction(
            tx -> {
              tx.dsl().execute(USERS);
              tx.dsl().execute(POSTS);
            });
      }

      String printed = runWithHeap("64m", file.url());

      long[] figures =
          Arrays.stream(printed.strip().split(" ")).mapToLong(Long::parseLong).toArray();
      assertThat(figures[0]).isEqualTo(1_000_000);
      long[] heap = Arrays.copyOfRange(figures, 2, figures.length);
      System.out.println("heap in use while 1,000,000 rows go by, KiB: " + Arrays.toString(heap));
      assertThat(heap).hasSize(10);
      assertThat(Arrays.stream(heap).max().orElseThrow())
          .as("KiB at the worst, after %d at the first 100,000 rows", heap[0])
          .isLessThan(heap[0] + 2048);
    }
  }

  private static String runWithHeap(String heap, String url) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MillionPosts.class.getName(),
                url)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().filter(line -> line.matches("[\\d ]+")).findFirst().orElse(output);
  }
}
