package io.kinrow.runtime.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.runtime.StatementCounter;
import io.kinrow.runtime.StatementListener.Executed;
import io.kinrow.runtime.fixture.Author;
import io.kinrow.runtime.fixture.Library;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySetsTest {

  @TempDir Path folder;

  /** The statements that load the books of this many authors, each of whom has one. */
  private List<Executed> load(Function<Path, Library> create, int authors) {
    try (Library library = create.apply(folder)) {
      List<Long> ids = LongStream.rangeClosed(1, authors).boxed().toList();
      library.authors().insertBatch(ids, (a, id) -> a.id(id).name("n" + id));
      library.books().insertBatch(ids, (b, id) -> b.title("b" + id).authorId(id));
      List<Author> rows = library.authors().all();
      try (StatementCounter counter = StatementCounter.on(library)) {
        for (Author author : rows) {
          assertThat(author.books()).hasToString("[b" + author.id() + "]");
        }
        return counter.statements();
      }
    }
  }

  @Test
  void onSqlite_allKeysAreOneBind() {
    List<Executed> statements = load(Library::create, 3_000);
    assertThat(statements).hasSize(1);
    assertThat(statements.get(0).binds()).hasSize(1);
  }

  /** Two full chunks, and the rest in a list of a power of two, so that few texts are prepared. */
  @Test
  void elsewhere_keysGoInChunks_theLastOnePadded() {
    List<Executed> statements = load(Library::createOnH2, 2 * 256 + 5);
    assertThat(statements)
        .extracting(statement -> statement.binds().size())
        .containsExactly(256, 256, 8);
    assertThat(statements.get(2).binds()).endsWith(517L, 517L, 517L, 517L);
    assertThat(statements.get(0).sql()).isEqualTo(statements.get(1).sql());
  }
}
