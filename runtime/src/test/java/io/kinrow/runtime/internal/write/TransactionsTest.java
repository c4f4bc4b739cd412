package io.kinrow.runtime.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.fixture.Author;
import io.kinrow.runtime.fixture.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionsTest {

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

  private static void add(Library to, String name) {
    to.authors().insert(a -> a.name(name));
  }

  @Test
  void workThatThrows_leavesNothing_andItsExceptionArrives() {
    assertThatThrownBy(
            () ->
                library.transaction(
                    tx -> {
                      add(tx, "Ursula");
                      throw new IOException("disk");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk");
    assertThat(library.authors().count()).isZero();
  }

  @Test
  void changesAreSeenByOthers_onlyAfterTheCommit() {
    library.transaction(
        tx -> {
          add(tx, "Ursula");
          assertThat(tx.authors().count()).isEqualTo(1);
          assertThat(library.authors().count()).isZero();
        });
    assertThat(library.authors().count()).isEqualTo(1);
  }

  @Test
  void innerTransaction_isRolledBackOnItsOwn() {
    library.transaction(
        tx -> {
          add(tx, "Ursula");
          assertThatThrownBy(
                  () ->
                      tx.transaction(
                          inner -> {
                            add(inner, "Iain");
                            throw new IllegalStateException("no");
                          }))
              .isInstanceOf(IllegalStateException.class);
          tx.transaction(inner -> add(inner, "Octavia"));
        });
    assertThat(library.authors().all()).hasToString("[Ursula, Octavia]");
  }

  @Test
  void failedStatement_leavesTheTransactionUsable() {
    library.transaction(
        tx -> {
          add(tx, "Ursula");
          assertThatThrownBy(() -> add(tx, "Ursula"))
              .isInstanceOf(IntegrityConstraintViolationException.class);
          add(tx, "Iain");
        });
    assertThat(library.authors().count()).isEqualTo(2);
  }

  @Test
  void commitThatAConstraintRefuses_saysThatNothingWasStored() {
    assertThatThrownBy(
            () ->
                library.transaction(
                    tx -> {
                      tx.dsl().execute("pragma defer_foreign_keys = on");
                      tx.books().insert(b -> b.title("Lost").authorId(9));
                    }))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageStartingWith("cannot commit: no part of the transaction was stored");
    assertThat(library.books().count()).isZero();
    add(library, "Ursula"); // the connection is in good order again
  }

  @Test
  void databaseOfAnEndedTransaction_isRefused() {
    AtomicReference<Library> kept = new AtomicReference<>();
    library.transaction(kept::set);
    assertThatThrownBy(() -> kept.get().authors().count())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the transaction has ended");
  }

  @Test
  void entityOfARolledBackTransaction_navigatesOutside() {
    library.filled();
    AtomicReference<Author> kept = new AtomicReference<>();
    assertThatThrownBy(
            () ->
                library.transaction(
                    tx -> {
                      kept.set(tx.authors().get(1L));
                      tx.books().deleteAll();
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(kept.get().books()).hasSize(3);
  }

  @Test
  void databaseInMemory_hasOneConnection_whichTheTransactionAndItsThreadShare() {
    try (Library memory = Library.open("jdbc:sqlite::memory:")) {
      memory
          .dsl()
          .execute("create table authors (id integer primary key, name text, born integer)");
      memory.transaction(
          tx -> {
            add(tx, "Ursula");
            assertThat(memory.authors().count()).isEqualTo(1);
          });
      List<String> done = new ArrayList<>();
      memory.transaction(
          tx -> {
            memory.transaction(
                inner -> {
                  add(inner, "Iain");
                  inner.afterCommit(() -> done.add("stored " + memory.authors().count()));
                });
            assertThat(done).isEmpty(); // it is a part of the outer one
          });
      assertThat(done).containsExactly("stored 2");
    }
  }
}
