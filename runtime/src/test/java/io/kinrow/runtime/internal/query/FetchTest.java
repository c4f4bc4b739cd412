package io.kinrow.runtime.internal.query;

import static io.kinrow.runtime.StatementCounter.assertStatements;
import static io.kinrow.runtime.fixture.Tables.AUTHORS;
import static io.kinrow.runtime.fixture.Tables.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.Slice;
import io.kinrow.runtime.fixture.Author;
import io.kinrow.runtime.fixture.Book;
import io.kinrow.runtime.fixture.Library;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.OrderField;
import org.jooq.exception.NoDataFoundException;
import org.jooq.exception.TooManyRowsException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FetchTest {

  @TempDir Path folder;
  private Library library;

  @BeforeEach
  void open() {
    library = Library.create(folder);
  }

  @AfterEach
  void close() {
    library.close();
  }

  private Query<Author> numbered(int rows) {
    library
        .authors()
        .insertBatch(
            IntStream.range(0, rows).boxed().toList(),
            (a, n) -> a.name("n" + n).born(n % 3 == 0 ? null : (long) n % 5));
    return library.authors().query();
  }

  static List<OrderField<?>> orders() {
    return List.of(
        AUTHORS.ID,
        AUTHORS.ID.desc(),
        AUTHORS.BORN,
        AUTHORS.BORN.desc(),
        AUTHORS.BORN.asc().nullsLast(),
        AUTHORS.BORN.desc().nullsFirst(),
        AUTHORS.BORN.plus(AUTHORS.ID.mod(DSL.inline(2))).desc());
  }

  @ParameterizedTest
  @MethodSource("orders")
  void allSlices_areTheWholeList_inBothDirections(OrderField<?> order) {
    Query<Author> query = numbered(17).orderBy(order);
    List<Long> whole = ids(query.page(1, 100).rows());
    for (int size : new int[] {1, 3, 16, 17, 18}) {
      List<Long> forwards = new ArrayList<>();
      Slice<Author> slice = query.slice(size);
      forwards.addAll(ids(slice.rows()));
      while (slice.next().isPresent()) {
        slice = query.after(slice.next().get()).slice(size);
        forwards.addAll(ids(slice.rows()));
      }
      assertThat(forwards).isEqualTo(whole);

      List<Long> backwards = new ArrayList<>();
      slice = query.lastSlice(size);
      backwards.addAll(reversed(slice));
      while (slice.previous().isPresent()) {
        slice = query.before(slice.previous().get()).slice(size);
        backwards.addAll(reversed(slice));
      }
      Collections.reverse(backwards);
      assertThat(backwards).isEqualTo(whole);
    }
  }

  private static List<Long> ids(List<Author> rows) {
    return rows.stream().map(Author::id).toList();
  }

  private static List<Long> reversed(Slice<Author> slice) {
    List<Long> ids = new ArrayList<>(ids(slice.rows()));
    Collections.reverse(ids);
    return ids;
  }

  @Test
  void slice_takesOneStatement_andItsEndsAreEmptyAtTheEndsOfTheQuery() {
    Query<Author> query = numbered(4).orderBy(AUTHORS.ID);
    assertStatements(
        library,
        1,
        () -> {
          Slice<Author> all = query.slice(4);
          assertThat(all.previous()).isEmpty();
          assertThat(all.next()).isEmpty();
        });
    Slice<Author> second = query.after(query.slice(2).next().orElseThrow()).slice(2);
    assertThat(second.next()).isEmpty();
    assertThat(ids(query.before(second.previous().orElseThrow()).list())).containsExactly(1L, 2L);
  }

  @Test
  void cursorSurvivesTheDeletionOfItsRow() {
    Query<Author> query = numbered(6).orderBy(AUTHORS.ID);
    Cursor place = query.slice(3).next().orElseThrow();
    library.authors().deleteByKey(3L);
    assertThat(ids(query.after(place).list())).containsExactly(4L, 5L, 6L);
    assertThat(ids(query.before(place).list())).containsExactly(1L, 2L);
  }

  @Test
  void cursorOfAnotherOrder_isRefused() {
    Query<Author> query = numbered(3);
    Cursor place = query.orderBy(AUTHORS.BORN).slice(1).next().orElseThrow();
    assertThatThrownBy(() -> query.orderBy(AUTHORS.BORN.desc()).after(place))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use a cursor only with the orderBy(…) that it came from");
    assertThatThrownBy(() -> library.books().orderBy(BOOKS.ID).after(place))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void limitAndOffset_applyToEveryWayOfReading() {
    Query<Author> cut = numbered(10).orderBy(AUTHORS.ID).limit(3).offset(8);
    assertThat(ids(cut.list())).containsExactly(9L, 10L);
    assertThat(cut.count()).isEqualTo(2);
    assertThat(cut.exists()).isTrue();
    assertThat(cut.offset(10).exists()).isFalse();
    assertThat(cut.first()).map(Author::id).contains(9L);
    try (Stream<Author> stream = cut.stream()) {
      assertThat(stream.map(Author::id)).containsExactly(9L, 10L);
    }
    assertThat(cut.limit(0).list()).isEmpty();
    assertThat(cut.limit(0).exists()).isFalse();
    assertThatThrownBy(() -> cut.slice(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("remove limit(…) and offset(…)");
  }

  @Test
  void one_isTheOnlyRow() {
    numbered(3);
    assertThat(library.authors().where(AUTHORS.ID.eq(2L)).one().id()).isEqualTo(2);
    assertThatThrownBy(() -> library.authors().where(AUTHORS.ID.gt(1L)).one())
        .isInstanceOf(TooManyRowsException.class)
        .hasMessageContaining("several rows of authors");
    assertThatThrownBy(() -> library.authors().where(AUTHORS.ID.gt(9L)).one())
        .isInstanceOf(NoDataFoundException.class)
        .hasMessageContaining("no row of authors");
  }

  @Test
  void first_isByKey_unlessThereIsAnOrder() {
    numbered(3);
    assertThat(library.authors().query().first()).map(Author::id).contains(1L);
    assertThat(library.authors().orderBy(AUTHORS.ID.desc()).first()).map(Author::id).contains(3L);
    assertThat(library.authors().where(AUTHORS.ID.lt(0L)).first()).isEqualTo(Optional.empty());
  }

  @Test
  void findAll_keepsTheOrderOfTheKeys_withOneStatement() {
    numbered(3_000);
    List<Long> keys = new ArrayList<>(LongStream.rangeClosed(1, 3_000).boxed().toList());
    Collections.reverse(keys);
    keys.add(5L);
    keys.add(77_000L);
    assertStatements(
        library,
        1,
        () -> assertThat(ids(library.authors().findAll(keys))).isEqualTo(keys.subList(0, 3_000)));
    assertThat(library.authors().findAll(List.of())).isEmpty();
  }

  @Test
  void stream_navigatesWindowByWindow() {
    numbered(1_200);
    library
        .books()
        .insertBatch(
            LongStream.rangeClosed(1, 1_200).boxed().toList(),
            (b, n) -> b.title("b" + n).authorId(n));
    // the rows, and the books of windows of 500, 500 and 200
    assertStatements(
        library,
        4,
        () -> {
          try (Stream<Author> authors = library.authors().stream()) {
            assertThat(authors.mapToInt(author -> author.books().size()).sum()).isEqualTo(1_200);
          }
        });
  }

  @Test
  void streamThatIsNotReadToItsEnd_givesItsConnectionBackWhenClosed() {
    numbered(2_000);
    for (int i = 0; i < 40; i++) { // more than there are connections
      try (Stream<Author> authors = library.authors().stream()) {
        Iterator<Author> iterator = authors.iterator();
        assertThat(iterator.next().id()).isEqualTo(1);
      }
    }
    assertThat(library.authors().deleteAll()).isEqualTo(2_000);
  }

  @Test
  void streamThatIsReadToItsEnd_givesItsConnectionBackAtOnce() {
    numbered(3);
    List<Stream<Author>> streams = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Stream<Author> stream = library.authors().stream();
      assertThat(stream.count()).isEqualTo(3);
      streams.add(stream);
    }
    streams.forEach(Stream::close);
  }

  @Test
  void conditionsAreJoined_andQueriesAreNotChangedByTheirRefinements() {
    library.filled();
    Query<Book> all = library.books().orderBy(BOOKS.ID.desc());
    Query<Book> ursulas = all.where(BOOKS.AUTHOR_ID.eq(1L));
    assertThat(ursulas.where(BOOKS.ID.gt(1L)).list()).hasToString("[Lathe, Tombs]");
    assertThat(ursulas.count()).isEqualTo(3);
    assertThat(all.count()).isEqualTo(4);
  }

  @Test
  void texts_areNotConfusedByValues() {
    numbered(4);
    for (long id = 1; id <= 4; id++) {
      assertThat(ids(library.authors().where(AUTHORS.ID.eq(id)).list())).containsExactly(id);
      assertThat(library.authors().where(AUTHORS.ID.le(id)).count()).isEqualTo(id);
    }
    assertThat(library.authors().where(AUTHORS.NAME.eq("it's ? {0}")).list()).isEmpty();
  }
}
