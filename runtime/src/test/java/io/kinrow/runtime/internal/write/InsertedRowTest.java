package io.kinrow.runtime.internal.write;

import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.fixture.Author;
import io.kinrow.runtime.fixture.Library;
import io.kinrow.runtime.fixture.Shelf;
import java.nio.file.Path;
import java.util.List;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.exception.NoDataFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsertedRowTest {

  @TempDir Path folder;

  @Test
  void whatATriggerMadeOfTheRow_isRead() {
    try (Library library = Library.create(folder)) {
      assertStatements(
          library,
          2,
          () ->
              assertThat(library.shelves().insert(s -> s.at("a", 7)).label()).isEqualTo("shelf 7"));
      List<Shelf> all =
          library.shelves().insertAll(List.of(1L, 2L), (s, number) -> s.at("b", number));
      assertThat(all).extracting(Shelf::label).containsExactly("shelf 1", "shelf 2");
      Shelf kept = library.shelves().upsert(s -> s.at("a", 7).label("mine"));
      assertThat(kept.label()).isEqualTo("mine");
      assertThat(library.shelves().count()).isEqualTo(3);
    }
  }

  @Test
  void rowThatATriggerRemoves_isNotReturned_andNothingIsStored() {
    try (Library library = Library.create(folder)) {
      library
          .dsl()
          .execute(
              "create trigger gone after insert on shelves when new.room = 'x' begin"
                  + " delete from shelves where room = 'x'; end");
      assertThatThrownBy(() -> library.shelves().insert(s -> s.at("x", 1)))
          .isInstanceOf(NoDataFoundException.class)
          .hasMessageContaining("a trigger may have removed it");
      assertThatThrownBy(
              () -> library.shelves().insertAll(List.of("a", "x"), (s, room) -> s.at(room, 1)))
          .isInstanceOf(NoDataFoundException.class)
          .hasMessageContaining("it is row 2 of this call");
      assertThat(library.shelves().count()).isZero();
    }
  }

  /** H2 stands for the engines without RETURNING, whose drivers give the generated key. */
  @Test
  void withoutReturning_theRowIsReadByTheGeneratedKey() {
    try (Library library = Library.createOnH2(folder)) {
      assertThat(library.authors().insert(a -> a.name("Ursula")).id()).isEqualTo(1);
      assertThat(library.authors().insertAll(List.of("a", "b"), (a, name) -> a.name(name)))
          .extracting(Author::id)
          .containsExactly(2L, 3L);
      assertThat(library.authors().insert(a -> a.id(40).name("Iain")).id()).isEqualTo(40);
      assertThat(library.shelves().insert(s -> s.at("a", 7))).hasToString("a7");
      assertThatThrownBy(() -> library.authors().insert(a -> a.name("Ursula")))
          .isInstanceOf(IntegrityConstraintViolationException.class)
          .hasMessageStartingWith("authors: ");
      assertThat(library.authors().count()).isEqualTo(4);
    }
  }

  @Test
  void withoutReturning_anUpsertReadsTheRowByItsKey() {
    try (Library library = Library.createOnH2(folder)) {
      library.authors().upsert(a -> a.id(5).name("Ursula").born(1929L));
      Author renamed = library.authors().upsert(a -> a.id(5).name("U."));
      assertThat(renamed).hasToString("U.");
      assertThat(renamed.born()).contains(1929L);
      assertThat(library.authors().count()).isEqualTo(1);
    }
  }
}
