package io.kinrow.runtime.internal.sql;

import static io.kinrow.runtime.fixture.Tables.AUTHORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.fixture.Author;
import io.kinrow.runtime.fixture.Library;
import io.kinrow.runtime.fixture.Postgres;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Streams on PostgreSQL, whose driver fetches bit by bit only inside a transaction. */
class OpenRowsTest {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  private Library library;

  @BeforeEach
  void open() {
    library = Library.createAt(POSTGRES.url());
    library
        .authors()
        .insertBatch(IntStream.range(0, 1_200).boxed().toList(), (a, n) -> a.name("n" + n));
  }

  @AfterEach
  void close() {
    library.dsl().execute("drop table placements, shelves, books, authors");
    library.close();
  }

  private long openTransactions() {
    return library
        .dsl()
        .fetchOne(
            "select count(*) from pg_stat_activity"
                + " where state like 'idle in transaction%' and datname = current_database()"
                + " and pid <> pg_backend_pid()")
        .get(0, long.class);
  }

  @Test
  void streamReadToItsEnd_leavesNoTransactionOpen() {
    try (Stream<Author> authors = library.authors().stream()) {
      assertThat(authors.count()).isEqualTo(1_200);
    }
    assertThat(openTransactions()).isZero();
  }

  @Test
  void streamClosedEarly_leavesNoTransactionOpen() {
    try (Stream<Author> authors = library.authors().stream()) {
      Iterator<Author> iterator = authors.iterator();
      iterator.next();
      assertThat(openTransactions()).isEqualTo(1);
    }
    assertThat(openTransactions()).isZero();
  }

  @Test
  void streamThatFails_leavesNoTransactionOpen_andItsConnectionUsable() {
    Stream<Author> failing =
        library.authors().where(DSL.condition("1 / (name <> 'n1100')::int = 1")).stream();
    assertThatThrownBy(failing::toList)
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("division by zero");
    failing.close();
    assertThat(openTransactions()).isZero();
    assertThatThrownBy(() -> library.authors().where(DSL.condition("missing = 1")).stream())
        .isInstanceOf(DataAccessException.class);
    assertThat(openTransactions()).isZero();
    library.authors().insert(a -> a.name("another"));
    assertThat(library.authors().count()).isEqualTo(1_201);
  }

  @Test
  void streamOfATransaction_doesNotEndIt() {
    library.transaction(
        tx -> {
          tx.authors().deleteWhere(AUTHORS.ID.gt(600L));
          try (Stream<Author> authors = tx.authors().stream()) {
            assertThat(authors.count()).isEqualTo(600);
          }
          assertThat(library.authors().count()).isEqualTo(1_200);
        });
    assertThat(library.authors().count()).isEqualTo(600);
  }
}
