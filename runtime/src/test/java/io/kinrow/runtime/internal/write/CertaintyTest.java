package io.kinrow.runtime.internal.write;

import static io.kinrow.runtime.fixture.Tables.AUTHORS;
import static io.kinrow.runtime.fixture.Tables.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.runtime.fixture.Book;
import io.kinrow.runtime.fixture.Library;
import io.kinrow.runtime.internal.sql.Core;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jooq.Condition;
import org.jooq.impl.DSL;

class CertaintyTest {

  private static final Arbitrary<Condition> CONSTANTS =
      Arbitraries.of(
          DSL.noCondition(),
          DSL.trueCondition(),
          DSL.falseCondition(),
          DSL.condition("1 = 1"),
          DSL.condition("'a' = 'b'"),
          DSL.condition(DSL.val(true)),
          DSL.val(1).eq(2),
          DSL.inline(1).eq(DSL.inline(1)),
          BOOKS.ID.in(List.of()),
          BOOKS.ID.notIn(List.of()),
          DSL.exists(DSL.selectOne().from(AUTHORS).where(AUTHORS.ID.eq(1L))));

  private static final Arbitrary<Condition> OF_ROWS =
      Arbitraries.of(
          BOOKS.ID.gt(2L),
          BOOKS.TITLE.like("%a%"),
          DSL.exists(
              DSL.selectOne().from(AUTHORS).where(AUTHORS.ID.eq(BOOKS.AUTHOR_ID.minus(1L)))));

  private static Path folder;
  private static Library library;
  private static Core core;

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("certainty");
    library = Library.create(folder).filled();
    core = Core.open(Library.url(folder));
  }

  @AfterContainer
  static void close() throws IOException {
    core.close();
    library.close();
    for (String file : List.of("library.db", "library.db-wal", "library.db-shm")) {
      Files.deleteIfExists(folder.resolve(file));
    }
    Files.delete(folder);
  }

  private static Certainty of(Condition condition) {
    return Certainty.of(core, Book.mapping(), condition);
  }

  /** What is certain of a condition is what the database does with it. */
  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void alwaysAndNever_areSoInTheDatabase(@ForAll("conditions") Condition condition) {
    long rows = library.books().where(condition).count();
    switch (of(condition)) {
      case ALWAYS -> assertThat(rows).isEqualTo(4);
      case NEVER -> assertThat(rows).isZero();
      case ALIKE, DEPENDS -> assertThat(rows).isBetween(0L, 4L);
    }
  }

  @Provide
  Arbitrary<Condition> conditions() {
    return nested(Arbitraries.oneOf(CONSTANTS, OF_ROWS), 3);
  }

  /** Such a condition would delete all rows, or none. */
  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void withoutAColumnOfTheRow_nothingDependsOnTheRow(@ForAll("constants") Condition condition) {
    assertThat(of(condition)).isNotEqualTo(Certainty.DEPENDS);
    assertThat(library.books().where(condition).count()).isIn(0L, 4L);
  }

  @Provide
  Arbitrary<Condition> constants() {
    return nested(CONSTANTS, 3);
  }

  private static Arbitrary<Condition> nested(Arbitrary<Condition> parts, int depth) {
    if (depth == 0) {
      return parts;
    }
    Arbitrary<Condition> inner = nested(parts, depth - 1);
    return Arbitraries.oneOf(
        parts,
        Combinators.combine(inner, inner).as(Condition::and),
        Combinators.combine(inner, inner).as(Condition::or),
        Combinators.combine(inner, inner).as(Condition::xor),
        inner.map(DSL::not));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void filterOfWhichNothingIsLeft_isAlwaysTrue(@ForAll("always") Condition condition) {
    assertThat(of(condition)).isEqualTo(Certainty.ALWAYS);
  }

  @Provide
  Arbitrary<Condition> always() {
    Condition some = BOOKS.ID.gt(2L);
    return Arbitraries.of(
        DSL.noCondition(),
        DSL.noCondition().and(DSL.noCondition()),
        DSL.noCondition().or(DSL.trueCondition()),
        some.or(DSL.trueCondition()),
        DSL.not(DSL.falseCondition()),
        BOOKS.ID.notIn(List.of()),
        DSL.condition("1 = 1"),
        DSL.condition("(1=1) and not (2 = 3) /* all */"),
        DSL.condition("'x' = 'x'"));
  }
}
