package io.kinrow.runtime.internal.sql;

import static io.kinrow.runtime.fixture.Tables.AUTHORS;
import static io.kinrow.runtime.fixture.Tables.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.runtime.StatementCounter;
import io.kinrow.runtime.fixture.Library;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Row2;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueListsTest {

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

  /** The titles of the books that a condition is true of, and the values it was sent with. */
  private String run(Condition condition, int binds) {
    try (StatementCounter counter = StatementCounter.on(library)) {
      String titles = library.books().where(condition).orderBy(BOOKS.ID).list().toString();
      assertThat(counter.statements()).hasSize(1);
      assertThat(counter.statements().get(0).binds()).hasSize(binds);
      return titles;
    }
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  @Test
  void listOfMoreThanTwentyValues_isOneBind() {
    assertThat(run(BOOKS.ID.in(numbers(3, 22)), 20)).isEqualTo("[Lathe, Wasp]");
    assertThat(run(BOOKS.ID.in(numbers(3, 23)), 1)).isEqualTo("[Lathe, Wasp]");
    assertThat(run(BOOKS.ID.in(numbers(3, 100_000)), 1)).isEqualTo("[Lathe, Wasp]");
    assertThat(run(BOOKS.ID.notIn(numbers(3, 50)), 1)).isEqualTo("[Wizard, Tombs]");
  }

  @Test
  void textOfTheStatement_doesNotDependOnTheLengthOfTheList() {
    try (StatementCounter counter = StatementCounter.on(library)) {
      library.books().where(BOOKS.ID.in(numbers(1, 30))).list();
      library.books().where(BOOKS.ID.in(numbers(1, 3_000))).list();
      assertThat(counter.statements().get(0).sql())
          .isEqualTo(counter.statements().get(1).sql())
          .hasSizeLessThan(250);
    }
  }

  @Test
  void nullInTheList_hasTheEffectThatItHasInSql() {
    List<Long> withNull = new ArrayList<>(numbers(2, 40));
    withNull.add(null);
    assertThat(run(BOOKS.ID.in(withNull), 1)).isEqualTo("[Tombs, Lathe, Wasp]");
    assertThat(run(BOOKS.ID.notIn(withNull), 1)).isEqualTo("[]");
  }

  @Test
  void texts_areCompared_withQuotesBackslashesAndAccents() {
    List<String> texts = new ArrayList<>(List.of("Wasp", "it's", "\"", "\\", "é", "{0}", "?"));
    numbers(1, 20).forEach(n -> texts.add("t" + n));
    library.books().insert(b -> b.title("\"").authorId(1));
    library.books().insert(b -> b.title("\\").authorId(1));
    library.books().insert(b -> b.title("é").authorId(1));
    assertThat(run(BOOKS.TITLE.in(texts), 1)).isEqualTo("[Wasp, \", \\, é]");
  }

  @Test
  void listsInsideOtherConditions_areReplacedToo() {
    Condition many = BOOKS.ID.in(numbers(2, 60));
    assertThat(run(many.and(BOOKS.TITLE.ne("Wasp")), 2)).isEqualTo("[Tombs, Lathe]");
    assertThat(run(DSL.not(many), 1)).isEqualTo("[Wizard]");
    assertThat(run(many.or(BOOKS.AUTHOR_ID.in(numbers(7, 40))), 2))
        .isEqualTo("[Tombs, Lathe, Wasp]");
    assertThat(
            run(
                BOOKS.AUTHOR_ID.in(
                    DSL.select(AUTHORS.ID)
                        .from(AUTHORS)
                        .where(AUTHORS.BORN.in(numbers(1900, 1950)))),
                1))
        .isEqualTo("[Wizard, Tombs, Lathe]");
  }

  @Test
  void rows_areOneBindPerList() {
    List<Row2<Long, Long>> rows = numbers(1, 40).stream().map(n -> DSL.row(n, n % 2 + 1)).toList();
    assertThat(run(DSL.row(BOOKS.ID, BOOKS.AUTHOR_ID).in(rows), 1)).isEqualTo("[Tombs]");
  }

  @Test
  void listWithAnExpression_staysSpelledOut() {
    List<Field<Long>> fields = new ArrayList<>();
    numbers(10, 40).forEach(n -> fields.add(DSL.val(n)));
    fields.add(BOOKS.AUTHOR_ID);
    assertThat(run(BOOKS.ID.in(fields), 31)).isEqualTo("[Wizard]");
  }

  @Test
  void moreBindsThanTheEngineTakes_areWrittenIntoTheText() {
    List<Field<Long>> fields = new ArrayList<>();
    numbers(10, 40_000).forEach(n -> fields.add(DSL.val(n)));
    fields.add(BOOKS.AUTHOR_ID);
    assertThat(run(BOOKS.ID.in(fields), 0)).isEqualTo("[Wizard]");
  }
}
