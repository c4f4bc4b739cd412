package io.kinrow.runtime.internal.entity;

import static io.kinrow.runtime.StatementCounter.assertStatements;
import static io.kinrow.runtime.fixture.Tables.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.fixture.Library;
import io.kinrow.runtime.fixture.Shelf;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of two columns, and a relation across a join table, on the engine of a subclass. */
abstract class CompositeKeysContract {

  @TempDir Path folder;
  private Library library;

  abstract Library create(Path in);

  @BeforeEach
  void open() {
    library = create(folder).filled();
    library.shelves().insert(s -> s.at("a", 1).label("first"));
    library.shelves().insert(s -> s.at("a", 2));
    library.shelves().insert(s -> s.at("b", 1));
    library.place(1, "a", 1);
    library.place(4, "a", 1);
    library.place(4, "b", 1);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void rowIsFoundByAllPartsOfItsKey() {
    assertThat(library.shelves().get(new Shelf.Key("a", 2))).hasToString("a2");
    assertThat(library.shelves().find(new Shelf.Key("b", 2))).isEmpty();
    assertThat(library.shelves().exists(new Shelf.Key("b", 1))).isTrue();
    assertThatThrownBy(() -> library.shelves().get(new Shelf.Key(null, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the value of room in the key is null");
  }

  @Test
  void keys_areFoundInTheirOrder() {
    assertStatements(
        library,
        1,
        () ->
            assertThat(
                    library
                        .shelves()
                        .findAll(
                            List.of(
                                new Shelf.Key("b", 1),
                                new Shelf.Key("c", 1),
                                new Shelf.Key("a", 2),
                                new Shelf.Key("b", 1))))
                .hasToString("[b1, a2]"));
  }

  @Test
  void joinTable_isCrossed_withOneStatementForAllRows() {
    List<Shelf> shelves = library.shelves().all();
    assertStatements(
        library,
        1,
        () ->
            assertThat(shelves)
                .extracting(shelf -> shelf.books().toString())
                .containsExactly("[Wizard, Wasp]", "[]", "[Wasp]"));
  }

  @Test
  void rowReachedByTwoParents_isOneObject() {
    List<Shelf> shelves = library.shelves().all();
    assertThat(shelves.get(0).books().get(1)).isSameAs(shelves.get(2).books().get(0));
  }

  @Test
  void rowsAcross_areCounted_withOneStatementForAllRows() {
    List<Shelf> shelves = library.shelves().all();
    assertStatements(
        library,
        1,
        () -> assertThat(shelves).extracting(Shelf::booksCount).containsExactly(2L, 0L, 1L));
  }

  @Test
  void rowThatCameAlone_crossesByItsOwnKey() {
    assertThat(library.shelves().get(new Shelf.Key("a", 1)).books()).hasToString("[Wizard, Wasp]");
    List<Shelf> alone = library.shelves().loading(Loading.ALONE).list();
    assertThat(alone.get(2).books()).hasToString("[Wasp]");
  }

  @Test
  void rowsAcross_areAQueryOfOneRow() {
    Shelf first = library.shelves().get(new Shelf.Key("a", 1));
    assertThat(first.queryBooks().orderBy(BOOKS.ID.desc()).list()).hasToString("[Wasp, Wizard]");
    assertThat(first.queryBooks().where(BOOKS.TITLE.ne("Wasp")).count()).isEqualTo(1);
    Shelf other = library.shelves().get(new Shelf.Key("b", 1));
    assertThat(other.queryBooks().list()).hasToString("[Wasp]");
  }

  @Test
  void update_andDelete_meanTheRowOfTheWholeKey() {
    Shelf shelf = library.shelves().get(new Shelf.Key("a", 2));
    assertThat(library.shelves().update(shelf.withLabel("second")).label()).isEqualTo("second");
    assertThat(library.shelves().get(new Shelf.Key("a", 1)).label()).isEqualTo("first");
    assertThat(library.shelves().deleteByKey(new Shelf.Key("a", 2))).isTrue();
    assertThat(library.shelves().all()).hasToString("[a1, b1]");
  }
}
