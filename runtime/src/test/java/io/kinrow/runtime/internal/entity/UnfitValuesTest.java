package io.kinrow.runtime.internal.entity;

import static io.kinrow.runtime.fixture.Tables.AUTHORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.fixture.Author;
import io.kinrow.runtime.fixture.Library;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.exception.DataTypeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value that does not fit is refused with its table, column and key, on the way in and out. */
class UnfitValuesTest {

  private static final String HALF = "a\ud83d";

  @TempDir Path folder;
  private Library library;

  @BeforeEach
  void open() {
    library = Library.create(folder).filled();
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void storedValueOfAnotherType_isNamedByItsRow() {
    library.dsl().execute("update authors set born = 'long ago' where id = 2");
    for (Runnable read :
        List.<Runnable>of(
            () -> library.authors().all(),
            () -> library.authors().get(2L),
            () -> library.authors().findByName("Iain"),
            () -> library.authors().where(AUTHORS.ID.gt(1L)).list(),
            () -> library.books().get(4L).author())) {
      assertThatThrownBy(read::run)
          .isInstanceOf(DataTypeException.class)
          .hasMessageStartingWith("authors.born of the row with id = 2: ")
          .hasMessageContaining("long ago");
    }
    assertThat(library.authors().get(1L).name()).isEqualTo("Ursula");
  }

  @Test
  void rowOfACompositeKey_isNamedByAllItsParts() {
    library.dsl().execute("insert into shelves values ('a', 'first', null)");
    assertThatThrownBy(() -> library.shelves().all())
        .isInstanceOf(DataTypeException.class)
        .hasMessageStartingWith("shelves.number of the row with room = a, number = first: ");
  }

  @Test
  void valueThatCannotBeStored_isNamedByItsColumn() {
    assertThatThrownBy(() -> library.authors().insert(a -> a.name(HALF)))
        .isInstanceOf(DataTypeException.class)
        .hasMessageStartingWith("authors.name: ");
    assertThatThrownBy(
            () -> library.authors().insertBatch(List.of("b", HALF), (a, name) -> a.name(name)))
        .isInstanceOf(DataTypeException.class)
        .hasMessageStartingWith("authors.name: ");
    assertThat(library.authors().count()).isEqualTo(2);
  }

  @Test
  void valueThatCannotBeStored_isNamedByItsRow_inAnUpdate() {
    Author author = library.authors().get(1L);
    assertThatThrownBy(() -> library.authors().update(author.withName(HALF)))
        .isInstanceOf(DataTypeException.class)
        .hasMessageStartingWith("authors.name of the row with id = 1: ");
  }

  @Test
  void valueThatCannotBeCompared_isNamedByWhereItStands() {
    assertThatThrownBy(() -> library.authors().findByName(HALF))
        .isInstanceOf(DataTypeException.class)
        .hasMessageStartingWith("authors.name: ");
    assertThatThrownBy(() -> library.authors().where(AUTHORS.NAME.eq(HALF)).list())
        .isInstanceOf(DataTypeException.class)
        .hasMessageStartingWith("authors.name: ");
    List<String> names = IntStream.range(0, 30).mapToObj(n -> n == 7 ? HALF : "n" + n).toList();
    assertThatThrownBy(() -> library.authors().where(AUTHORS.NAME.in(names)).list())
        .isInstanceOf(DataTypeException.class)
        .hasMessageStartingWith("authors.name: ");
  }
}
