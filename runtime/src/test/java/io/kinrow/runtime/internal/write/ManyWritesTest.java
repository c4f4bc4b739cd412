package io.kinrow.runtime.internal.write;

import static io.kinrow.runtime.StatementCounter.assertStatements;
import static io.kinrow.runtime.fixture.Tables.AUTHORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kinrow.runtime.fixture.Author;
import io.kinrow.runtime.fixture.Book;
import io.kinrow.runtime.fixture.Library;
import io.kinrow.runtime.fixture.Postgres;
import io.kinrow.runtime.fixture.Shelf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.exception.NoDataFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes of many rows on engines with and without a dialect of their own, and with triggers. */
@ParameterizedClass(name = "{0}")
@EnumSource(ManyWritesTest.Engine.class)
class ManyWritesTest {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  enum Engine {
    SQLITE,
    POSTGRESQL,
    /** Has no dialect of its own here: it returns no rows, and each key is a bind. */
    H2
  }

  @TempDir Path folder;
  private final Engine engine;
  private Library library;
  private Author.Authors authors;

  ManyWritesTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void open() {
    library =
        switch (engine) {
          case SQLITE -> Library.create(folder);
          case POSTGRESQL -> Library.createAt(POSTGRES.url());
          case H2 -> Library.createOnH2(folder);
        };
    authors = library.authors();
  }

  @AfterEach
  void close() {
    if (engine == Engine.POSTGRESQL) {
      library.dsl().execute("drop table placements, shelves, books, authors cascade");
    }
    library.close();
  }

  private List<Author> authors(int count) {
    List<Author> stored = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      stored.add(authors.insert(a -> a.name("n" + number)));
    }
    return stored;
  }

  private int ofChunks(int keys) {
    return engine == Engine.H2 ? (keys + 255) / 256 : 1;
  }

  @Test
  void deletions_takeAsFewStatementsAsTheEngineCan() {
    List<Author> stored = authors(600);
    assertStatements(
        library,
        ofChunks(580),
        () -> assertThat(authors.deleteAll(stored.subList(0, 580))).isEqualTo(580));
    assertThat(authors.deleteByKeys(List.of(stored.get(590).id(), stored.get(590).id(), 1L)))
        .isEqualTo(1);
    assertThat(authors.count()).isEqualTo(19);
  }

  @Test
  void deletionsOfCompositeKeys() {
    for (long i = 0; i < 6; i++) {
      long number = i;
      library.shelves().insert(s -> s.at("hall", number).label("label"));
    }
    List<Shelf> all = library.shelves().all();
    assertStatements(
        library, 1, () -> assertThat(library.shelves().deleteAll(all.subList(0, 3))).isEqualTo(3));
    assertThat(
            library
                .shelves()
                .deleteByKeys(
                    List.of(
                        new Shelf.Key("hall", 3),
                        new Shelf.Key("hall", 1),
                        new Shelf.Key("attic", 4))))
        .isEqualTo(1);
    assertThat(library.shelves().all()).hasToString("[hall4, hall5]");
  }

  @Test
  void deletionsOfReferencedRows_areRefused_andNoneIsDeleted() {
    library.filled();
    List<Author> all = authors.all();
    authors.insert(a -> a.id(3).name("without books"));
    assertThatThrownBy(() -> authors.deleteByKeys(List.of(3L, 2L)))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageStartingWith("authors: refused: ");
    assertThatThrownBy(() -> authors.deleteAll(all))
        .isInstanceOf(IntegrityConstraintViolationException.class);
    assertThat(authors.count()).isEqualTo(3);
  }

  @Test
  void updates_inBatches() {
    List<Author> stored = authors(30);
    List<Author> changed =
        stored.stream()
            .map(a -> a.id() % 2 == 0 ? a.withBorn(a.id()) : a.withName("new" + a.id()))
            .toList();
    assertStatements(
        library, 2, () -> assertThat(authors.updateAll(changed)).hasToString(changed.toString()));
    assertThat(authors.all()).hasToString(changed.toString());
    assertThat(authors.where(AUTHORS.BORN.isNotNull()).count()).isEqualTo(15);
    authors.delete(stored.get(3));
    assertThatThrownBy(
            () -> authors.updateAll(stored.stream().map(a -> a.withName("x" + a.id())).toList()))
        .isInstanceOf(NoDataFoundException.class)
        .hasMessage("no row of authors has the key [" + stored.get(3).id() + "] any more");
    assertThat(authors.where(AUTHORS.NAME.startsWith("x")).count()).isZero();
  }

  @Test
  void rowsOfATableWithTriggers_areReadBack() {
    assumeTrue(engine == Engine.SQLITE, "only its fixture has a trigger");
    Shelf.Shelves shelves = library.shelves();
    List<Shelf> some =
        shelves.upsertAll(
            List.of(1L, 2L, 3L, 2L),
            (s, n) -> n == 2 ? s.at("hall", n).label("two") : s.at("hall", n));
    assertThat(some).extracting(Shelf::label).containsExactly("shelf 1", "two", "shelf 3", "two");
    library
        .dsl()
        .execute(
            "create trigger upper after update on shelves when new.label <> upper(new.label) begin"
                + " update shelves set label = upper(label)"
                + " where room = new.room and number = new.number; end");
    assertStatements(
        library,
        2,
        () ->
            assertThat(
                    shelves.updateAll(
                        some.subList(0, 3).stream().map(s -> s.withLabel("x" + s)).toList()))
                .extracting(Shelf::label)
                .containsExactly("XHALL1", "XHALL2", "XHALL3"));
    assertThat(shelves.insertAllOrIgnore(List.of(3L, 4L, 4L, 5L), (s, n) -> s.at("hall", n)))
        .hasToString("[hall4, hall5]");
    assertThat(shelves.insertOrIgnore(s -> s.at("hall", 5))).isEmpty();
  }

  @Test
  void insertsOfWhatIsNew() {
    if (engine == Engine.H2) {
      assertThatThrownBy(() -> authors.insertOrIgnore(a -> a.name("Ursula")))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageStartingWith("insertOrIgnore and insertAllOrIgnore are for SQLite and Post");
      return;
    }
    Optional<Author> ursula = authors.insertOrIgnore(a -> a.name("Ursula"));
    assertThat(ursula).isPresent();
    assertThat(authors.insertOrIgnore(a -> a.name("Ursula").born(1929L))).isEmpty();
    assertThat(authors.insertOrIgnore(a -> a.id(ursula.orElseThrow().id()).name("Iain"))).isEmpty();
    assertThat(authors.insertAllOrIgnore(List.of("Ursula", "Iain", "Iain"), (a, n) -> a.name(n)))
        .hasToString("[Iain]");
    assertThat(authors.count()).isEqualTo(2);
  }

  @Test
  void upserts() {
    assumeTrue(engine != Engine.H2, "jOOQ has no upsert by a unique key there");
    authors.insert(a -> a.name("Ursula"));
    List<Author> stored =
        authors
            .onConflict(AUTHORS.NAME)
            .upsertAll(List.of("Ursula", "Iain", "Ursula"), (a, n) -> a.name(n).born(5L));
    assertThat(stored).hasToString("[Ursula, Iain, Ursula]");
    assertThat(stored.get(0).born()).contains(5L);
    assertThat(stored.get(2).id()).isEqualTo(stored.get(0).id());
  }

  @Test
  void siblings_areLoadedTogether() {
    library.filled();
    List<Book> books = library.books().all();
    List<Book> changed =
        library
            .books()
            .updateAll(books.stream().map(b -> b.withTitle("new " + b.title())).toList());
    assertStatements(library, 1, () -> changed.forEach(Book::author));
    assumeTrue(engine != Engine.H2, "it returns no rows");
    List<Author> upserted =
        authors.upsertAll(List.of(1L, 2L), (a, id) -> a.id(id).name("name" + id));
    assertStatements(
        library,
        1,
        () ->
            assertThat(upserted.stream().map(a -> a.books().size()).toList())
                .containsExactly(3, 1));
  }

  @Test
  void batchOfThousands() {
    List<Author> stored = authors(1_001);
    assertStatements(
        library, 2, () -> authors.updateAll(stored.stream().map(a -> a.withBorn(1L)).toList()));
    assertThat(authors.where(AUTHORS.BORN.eq(1L)).count()).isEqualTo(1_001);
  }
}
