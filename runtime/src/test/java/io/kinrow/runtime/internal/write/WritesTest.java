package io.kinrow.runtime.internal.write;

import static io.kinrow.runtime.fixture.Tables.AUTHORS;
import static io.kinrow.runtime.fixture.Tables.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.StatementCounter;
import io.kinrow.runtime.fixture.Author;
import io.kinrow.runtime.fixture.Library;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.exception.NoDataFoundException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritesTest {

  @TempDir Path folder;
  private Library library;
  private Author.Authors authors;

  @BeforeEach
  void open() {
    library = Library.create(folder);
    authors = library.authors();
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void insert_returnsTheRowAsItWasStored_withOneStatement() {
    StatementCounter.assertStatements(
        library,
        1,
        () -> {
          Author author = authors.insert(a -> a.name("Ursula"));
          assertThat(author.id()).isEqualTo(1);
          assertThat(author.born()).isEmpty();
        });
  }

  @Test
  void insertAll_storesAllOrNone() {
    assertThatThrownBy(() -> authors.insertAll(List.of("a", "b", "a"), (a, name) -> a.name(name)))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageStartingWith("authors: is there already: name = 'a'");
    assertThat(authors.count()).isZero();
    assertThat(authors.insertAll(List.of("b", "a"), (a, name) -> a.name(name)))
        .hasToString("[b, a]");
  }

  @Test
  void insertBatch_countsRowsOfMixedColumns_acrossBatches() {
    List<Integer> numbers = IntStream.range(0, 2_500).boxed().toList();
    int stored =
        authors.insertBatch(
            numbers, (a, n) -> n % 7 == 0 ? a.name("n" + n).born((long) n) : a.name("n" + n));
    assertThat(stored).isEqualTo(2_500);
    assertThat(authors.where(AUTHORS.BORN.isNotNull()).count()).isEqualTo(358);
    assertThat(authors.findByName("n7").orElseThrow().born()).contains(7L);
  }

  @Test
  void insertBatch_storesNothing_ifOneRowIsRefused() {
    authors.insert(a -> a.name("n1500"));
    List<Integer> numbers = IntStream.range(0, 2_000).boxed().toList();
    assertThatThrownBy(() -> authors.insertBatch(numbers, (a, n) -> a.name("n" + n)))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageContaining("UNIQUE constraint failed: authors.name");
    assertThat(authors.count()).isEqualTo(1);
  }

  @Test
  void update_sendsOnlyChangedColumns_andNothingWithoutChanges() {
    Author author = authors.insert(a -> a.name("Ursula"));
    library.dsl().execute("update authors set born = 1929");
    authors.update(author.withName("U."));
    assertThat(authors.get(1L).born()).contains(1929L);
    assertThat(authors.get(1L).name()).isEqualTo("U.");
    StatementCounter.assertStatements(library, 0, () -> authors.update(author));
  }

  @Test
  void updatedEntity_hasNoChangesLeft() {
    Author updated = authors.update(authors.insert(a -> a.name("Ursula")).withBorn(1929L));
    StatementCounter.assertStatements(library, 0, () -> authors.update(updated));
  }

  @Test
  void updateOfADeletedRow_isRefused() {
    Author author = authors.insert(a -> a.name("Ursula"));
    authors.delete(author);
    assertThatThrownBy(() -> authors.update(author.withName("U.")))
        .isInstanceOf(NoDataFoundException.class)
        .hasMessage("no row of authors has the key [1] any more");
  }

  @Test
  void updateThatTheDatabaseSkips_isNotTakenForDone() {
    Author author = authors.insert(a -> a.name("Ursula"));
    library
        .dsl()
        .execute("create trigger stays before update on authors begin select raise(ignore); end");
    assertThatThrownBy(() -> authors.update(author.withName("U.")))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("exists, but the database skipped its update");
  }

  @Test
  void insertThatTheDatabaseSkips_isNotTakenForDone() {
    library
        .dsl()
        .execute("create trigger full before insert on authors begin select raise(ignore); end");
    assertThatThrownBy(() -> authors.insert(a -> a.name("Ursula")))
        .isInstanceOf(NoDataFoundException.class)
        .hasMessageStartingWith("the database stored no row of authors");
    assertThatThrownBy(() -> authors.insertAll(List.of("a", "b"), (a, name) -> a.name(name)))
        .isInstanceOf(NoDataFoundException.class)
        .hasMessageEndingWith("it is row 1 of this call, none of whose rows was stored");
    assertThat(authors.insertBatch(List.of("a", "b"), (a, name) -> a.name(name))).isZero();
  }

  @Test
  void upsert_insertsOrUpdatesTheGivenColumnsOnly() {
    Author first = authors.upsertByName(a -> a.name("Ursula").born(1929L));
    Author second = authors.upsertByName(a -> a.name("Ursula"));
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.born()).contains(1929L);
    Author renamed = authors.upsert(a -> a.id(first.id()).name("U."));
    assertThat(renamed).hasToString("U.");
    assertThat(authors.count()).isEqualTo(1);
    assertThatThrownBy(() -> authors.upsert(a -> a.name("Iain")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "an upsert of authors needs a value for id, which identifies the row to update");
  }

  @Test
  void brokenConstraint_isNamedWithItsValues() {
    library.filled();
    assertRefused(
        () -> authors.insert(a -> a.id(1).name("Other")), "authors: is there already: id = 1");
    assertRefused(
        () -> authors.insert(a -> a.name(null)), "authors: must not be NULL: authors.name");
    assertRefused(
        () -> library.books().insert(b -> b.title("Lost").authorId(9)),
        "books: author_id = [9] references a row of authors that does not exist");
    assertRefused(() -> library.books().insert(b -> b.title("").authorId(1)), "books: refused: ");
    assertRefused(
        () -> library.books().update(library.books().get(4L).withAuthorId(9)),
        "books: author_id = [9] references a row of authors that does not exist");
    assertRefused(() -> authors.deleteByKey(2L), "authors: row 2 is still referenced by ");
    assertRefused(authors::deleteAll, "authors: refused: ");
    assertThat(library.books().count()).isEqualTo(4);
    assertThat(authors.count()).isEqualTo(2);
  }

  private static void assertRefused(ThrowingCallable write, String message) {
    assertThatThrownBy(write)
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void delete_tellsWhetherThereWasARow() {
    Author author = authors.insert(a -> a.name("Ursula"));
    assertThat(authors.delete(author)).isTrue();
    assertThat(authors.delete(author)).isFalse();
    assertThat(authors.deleteByKey(7L)).isFalse();
  }

  @Test
  void deleteWhere_deletesTheRowsThatFulfilTheCondition() {
    library.filled();
    assertThat(library.books().deleteWhere(BOOKS.TITLE.like("W%").and(BOOKS.ID.gt(1L))))
        .isEqualTo(1);
    assertThat(library.books().all()).hasToString("[Wizard, Tombs, Lathe]");
  }

  @Test
  void deleteWhere_refusesConditionsThatAreAlikeForAllRows() {
    library.filled();
    assertThatThrownBy(() -> library.books().deleteWhere(DSL.noCondition()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is true of every row");
    assertThatThrownBy(() -> library.books().deleteWhere(BOOKS.ID.notIn(Collections.emptyList())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is true of every row");
    var anyAuthor = DSL.exists(DSL.selectOne().from(AUTHORS).where(AUTHORS.ID.eq(1L)));
    assertThatThrownBy(() -> library.books().deleteWhere(anyAuthor))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("names no column of books");
    assertThat(library.books().count()).isEqualTo(4);
  }
}
