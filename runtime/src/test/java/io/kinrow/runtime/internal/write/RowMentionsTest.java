package io.kinrow.runtime.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.runtime.internal.dialect.Dialect;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowMentionsTest {

  private static boolean any(String condition) {
    return RowMentions.any(
        Dialect.ofUrl("jdbc:sqlite:x.db"), condition, "books", List.of("id", "title", "author_id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title = 'x'",
        "books.title = 'x'",
        "\"books\".\"title\" = 'x'",
        "main.books.title = 'x'",
        "TITLE is null",
        "`title` = 'x'",
        "rowid = 1",
        "1 = 1 and length(title) > 3",
        "exists (select 1 from authors where authors.id = books.author_id)",
        "id in (select book from marks)",
        "case when id > 3 then 1 else 0 end",
        "/* no */ id = 1",
      })
  void columnOfTheRow_isFound(String condition) {
    assertThat(any(condition)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 = 1",
        "'title' = 'title'",
        "1 = 1 -- title",
        "1 = 1 /* title */",
        "authors.title = 'x'",
        "title(1) = 1",
        "title /* a function */ (1) = 1",
        "exists (/* any */ select 1 from authors where id = 1)",
        "cast(1 as title) = 1",
        "exists (select 1 from authors where id = 1)",
        "exists (select 1 from books where books.id = 1)",
        "exists (select 1 from books as b where b.id = 1)",
        "'a''title' = ''",
        "exists (values (1))",
      })
  void anythingElse_isNotTakenForOne(String condition) {
    assertThat(any(condition)).isFalse();
  }
}
