package io.kinrow.runtime.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.StatementCounter;
import io.kinrow.runtime.fixture.Author;
import io.kinrow.runtime.fixture.Library;
import io.kinrow.runtime.fixture.Postgres;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.conf.Settings;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.exception.NoDataFoundException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Inserts of many rows on PostgreSQL, which takes them in one statement. */
class ManyRowsTest {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  private Library library;
  private Author.Authors authors;

  @BeforeEach
  void open() {
    library = Library.createAt(POSTGRES.url());
    authors = library.authors();
  }

  @AfterEach
  void close() {
    library.dsl().execute("drop table placements, shelves, books, authors cascade");
    library.close();
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void insertAll_takesAStatementPerThousandRows_andReturnsThemInOrder() {
    StatementCounter.assertStatements(
        library,
        3,
        () -> {
          List<Author> stored = authors.insertAll(numbers(2_300), (a, n) -> a.name("n" + n));
          assertThat(stored).extracting(Author::name).isEqualTo(names(numbers(2_300)));
          assertThat(stored).extracting(Author::id).isSorted().doesNotHaveDuplicates();
        });
  }

  private static List<String> names(List<Integer> numbers) {
    return numbers.stream().map(n -> "n" + n).toList();
  }

  @Test
  void insertAll_returnsRowsOfMixedColumnsInOrder() {
    List<Author> stored =
        authors.insertAll(
            numbers(20), (a, n) -> n % 5 == 0 ? a.name("n" + n).born((long) n) : a.name("n" + n));
    assertThat(stored).extracting(Author::name).isEqualTo(names(numbers(20)));
    assertThat(stored.get(5).born()).contains(5L);
    assertThat(stored.get(6).born()).isEmpty();
  }

  @Test
  void insertAll_returnsRowsInOrder_whateverPartitionTheyGoTo() {
    library.dsl().execute("drop table authors cascade");
    library
        .dsl()
        .execute(
            "create table authors (id bigserial, name text not null, born bigint) partition by hash (name)");
    for (int i = 0; i < 3; i++) {
      library
          .dsl()
          .execute(
              "create table authors_%d partition of authors for values with (modulus 3, remainder %d)"
                  .formatted(i, i));
    }
    List<Author> stored = authors.insertAll(numbers(1_000), (a, n) -> a.name("n" + n));
    assertThat(stored).extracting(Author::name).isEqualTo(names(numbers(1_000)));
  }

  @Test
  void refusedRow_isNamed_andNothingIsStored() {
    authors.insert(a -> a.name("n1500"));
    assertThatThrownBy(() -> authors.insertAll(numbers(2_000), (a, n) -> a.name("n" + n)))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageStartingWith("authors: refused: ")
        .hasMessageContaining("Key (name)=(n1500) already exists");
    assertThatThrownBy(() -> authors.insertBatch(numbers(2_000), (a, n) -> a.name("n" + n)))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageContaining("Key (name)=(n1500) already exists");
    assertThat(authors.count()).isEqualTo(1);
  }

  @Test
  void skippedRows_areNotCounted_andRefusedWhereTheyAreWanted() {
    library
        .dsl()
        .execute(
            "create or replace function odd() returns trigger as"
                + " 'begin if right(new.name, 1) = ''1'' then return null; end if; return new; end' language plpgsql");
    library
        .dsl()
        .execute("create trigger odd before insert on authors for each row execute function odd()");
    assertThat(authors.insertBatch(numbers(1_250), (a, n) -> a.name("n" + n))).isEqualTo(1_125);
    assertThatThrownBy(() -> authors.insertAll(numbers(20), (a, n) -> a.name("m" + n)))
        .isInstanceOf(NoDataFoundException.class)
        .hasMessage(
            "the database stored 18 of 20 rows of authors: a trigger or a rule skipped the others;"
                + " none of the rows of this call was stored");
    assertThat(authors.count()).isEqualTo(1_125);
  }

  @Test
  void rowsWithoutColumns_areInsertedOneByOne() {
    library.dsl().execute("alter table authors alter name set default gen_random_uuid()::text");
    assertThat(authors.insertAll(numbers(3), (a, n) -> a)).hasSize(3);
    assertThat(authors.insertBatch(numbers(3), (a, n) -> a)).isEqualTo(3);
  }

  @Test
  void textsInAnotherForm_areInsertedOneByOne() throws Exception {
    try (var connection = DriverManager.getConnection(POSTGRES.url())) {
      Library formatted =
          Library.using(
              DSL.using(
                  connection,
                  org.jooq.SQLDialect.POSTGRES,
                  new Settings().withRenderFormatted(true)));
      List<String> seen = new ArrayList<>();
      formatted.listen(statement -> seen.add(statement.sql()));
      assertThat(formatted.authors().insertAll(numbers(4), (a, n) -> a.name("n" + n).born(1L)))
          .extracting(Author::name)
          .containsExactly("n0", "n1", "n2", "n3");
      assertThat(seen).hasSize(4);
    }
  }
}
