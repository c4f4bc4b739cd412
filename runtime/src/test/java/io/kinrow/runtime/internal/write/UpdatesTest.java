package io.kinrow.runtime.internal.write;

import static io.kinrow.runtime.StatementCounter.assertStatements;
import static io.kinrow.runtime.fixture.Tables.AUTHORS;
import static io.kinrow.runtime.fixture.Tables.SHELVES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.StatementCounter;
import io.kinrow.runtime.fixture.Author;
import io.kinrow.runtime.fixture.Library;
import io.kinrow.runtime.fixture.Shelf;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Composite keys, triggers, and an engine without RETURNING. */
class UpdatesTest {

  @TempDir Path folder;

  @Test
  void rowsOfATableWithTriggers_areReadAgain_byCompositeKeys() {
    try (Library library = Library.create(folder)) {
      Shelf.Shelves shelves = library.shelves();
      shelves.insertAll(List.of("a", "b", "c"), (s, room) -> s.at(room, 7).label(room));
      library
          .dsl()
          .execute(
              "create trigger trimmed after update on shelves when new.label <> trim(new.label) begin"
                  + " update shelves set label = trim(new.label)"
                  + " where room = new.room and number = new.number; end");

      assertStatements(
          library,
          4,
          () -> {
            assertThat(shelves.updateReturning(new Shelf.Key("a", 7), s -> s.label(" x ")))
                .map(Shelf::label)
                .contains("x");
            assertThat(
                    shelves
                        .where(SHELVES.ROOM.ge("b"))
                        .updateReturning(s -> s.label(SHELVES.LABEL.concat(" "))))
                .extracting(Shelf::label)
                .containsExactlyInAnyOrder("b", "c");
          });
      assertStatements(
          library,
          2,
          () -> {
            assertThat(
                    shelves.update(new Shelf.Key("b", 7), s -> s.label(DSL.upper(SHELVES.LABEL))))
                .isTrue();
            assertThat(shelves.updateReturning(new Shelf.Key("b", 8), s -> s.label("x"))).isEmpty();
          });
      assertThat(shelves.all()).extracting(Shelf::label).containsExactly("x", "B", "c");
      assertStatements(
          library,
          2,
          () ->
              assertThat(
                      shelves
                          .where(SHELVES.ROOM.le("c"))
                          .orderBy(SHELVES.ROOM.desc())
                          .limit(2)
                          .updateReturning(s -> s.label(SHELVES.ROOM.concat(" "))))
                  .extracting(Shelf::label)
                  .containsExactlyInAnyOrder("b", "c"));
      assertThat(shelves.all()).extracting(Shelf::label).containsExactly("x", "b", "c");
    }
  }

  /** H2 stands for the engines without RETURNING. */
  @Test
  void withoutReturning_aRowIsReadByItsKey_andOthersAreRefused() {
    try (Library library = Library.createOnH2(folder)) {
      Author.Authors authors = library.filled().authors();

      assertStatements(
          library,
          3,
          () -> {
            Optional<Author> renamed =
                authors.updateReturning(1L, a -> a.name("U.").born(AUTHORS.BORN.plus(1)));
            assertThat(renamed).map(Author::name).contains("U.");
            assertThat(renamed).flatMap(Author::born).contains(1930L);
            assertThat(authors.updateReturning(9L, a -> a.name("x"))).isEmpty();
          });
      assertThat(authors.where(AUTHORS.ID.gt(0L)).update(a -> a.born((Long) null))).isEqualTo(2);
      try (StatementCounter counter = StatementCounter.on(library)) {
        assertThatThrownBy(() -> authors.where(AUTHORS.ID.gt(0L)).updateReturning(a -> a.born(1L)))
            .isInstanceOf(UnsupportedOperationException.class)
            .hasMessageStartingWith("updateReturning of authors by a condition: ")
            .hasMessageContaining("update each row by its key");
        assertThat(counter.count()).isZero();
      }
      assertThat(authors.all()).extracting(Author::born).containsOnly(Optional.empty());
    }
  }

  @Test
  void aViolation_showsValuesOnlyOfColumnsThatAreSetToOne() {
    try (Library library = Library.create(folder)) {
      Author.Authors authors = library.filled().authors();

      assertThatThrownBy(() -> authors.update(1L, a -> a.name("Iain")))
          .hasMessageStartingWith("authors: is there already: name = 'Iain' [");
      assertThatThrownBy(() -> authors.update(1L, a -> a.name(DSL.when(AUTHORS.ID.eq(1L), "Iain"))))
          .hasMessageStartingWith("authors: is there already: name [");
    }
  }
}
