package io.kinrow.runtime.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.Isolation;
import io.kinrow.runtime.TransactionOptions;
import io.kinrow.runtime.fixture.Library;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions with options on an engine of which nothing is known but JDBC. */
class StandardTransactionsTest {

  @TempDir Path folder;
  private Library library;

  @BeforeEach
  void open() {
    library = Library.createOnH2(folder);
  }

  @AfterEach
  void close() {
    library.close();
  }

  private int level(Library of) {
    return of.dsl().connectionResult(Connection::getTransactionIsolation);
  }

  @Test
  void isolation_isPutBack_whateverBecomesOfTheTransaction() {
    int usual = level(library);
    assertThat(usual).isNotEqualTo(Connection.TRANSACTION_SERIALIZABLE);
    library.transaction(
        options -> options.isolation(Isolation.SERIALIZABLE),
        tx -> assertThat(level(tx)).isEqualTo(Connection.TRANSACTION_SERIALIZABLE));
    assertThat(level(library)).isEqualTo(usual);
    assertThatThrownBy(
            () ->
                library.transaction(
                    options -> options.isolation(Isolation.REPEATABLE_READ),
                    tx -> {
                      assertThat(level(tx)).isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(level(library)).isEqualTo(usual);
  }

  @Test
  void readOnly_isRefused_becauseWritesMightPass() {
    assertThatThrownBy(() -> library.transaction(TransactionOptions::readOnly, tx -> {}))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage(
            "readOnly() of a transaction is for SQLite and PostgreSQL, not for H2, which may let"
                + " writes pass: leave it out");
    library.transaction(tx -> tx.authors().insert(a -> a.name("Ursula")));
  }

  @Test
  void timeLimit_endsStatements_andRefusesTheCommit() {
    assertThatThrownBy(
            () ->
                library.transaction(
                    options -> options.timeout(Duration.ofMillis(50)),
                    tx -> {
                      tx.authors().insert(a -> a.name("Ursula"));
                      Thread.sleep(80);
                    }))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("the transaction took longer than timeout(PT0.05S) allows");
    assertThat(library.authors().count()).isZero();
  }

  /** H2 has one time for all statements of a connection. */
  @Test
  void timeLimit_givesStatementsTheirOwnTimeBack() {
    library.dsl().execute("set query_timeout 5000");
    assertThat(seconds(library)).isEqualTo(5);
    library.transaction(
        options -> options.timeout(Duration.ofSeconds(2)), tx -> tx.authors().count());
    library.transaction(
        options -> options.timeout(Duration.ofSeconds(20)), tx -> tx.authors().count());
    assertThat(seconds(library)).isEqualTo(5);
  }

  private static int seconds(Library of) {
    return of.dsl()
        .connectionResult(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                return statement.getQueryTimeout();
              }
            });
  }

  @Test
  void rowLocks_areRefused_andDistinctRowsAreRead() {
    library.filled();
    assertThatThrownBy(() -> library.authors().forUpdate())
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("row locks are for PostgreSQL");
    assertThat(library.books().query().distinct().list()).hasSize(4);
    assertThat(library.books().query().distinct().count()).isEqualTo(4);
    assertThat(library.books().exists(4L)).isTrue();
    assertThat(library.books().exists(9L)).isFalse();
    assertThat(library.books().query().uncountedPage(2, 3).rows()).hasSize(1);
    assertThat(library.authors().first().orElseThrow()).hasToString("Ursula");
  }

  @Test
  void actions_runAfterTheCommit() {
    List<String> done = new ArrayList<>();
    library.transaction(
        tx -> {
          tx.authors().insert(a -> a.name("Ursula"));
          tx.afterCommit(() -> done.add("stored " + library.authors().count()));
        });
    assertThat(done).containsExactly("stored 1");
  }
}
