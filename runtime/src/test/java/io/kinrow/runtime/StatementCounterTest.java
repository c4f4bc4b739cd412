package io.kinrow.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.fixture.Library;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementCounterTest {

  @TempDir Path folder;

  @Test
  void assertStatements_listsWhatRan_ifTheNumberDiffers() {
    try (Library library = Library.create(folder).filled()) {
      assertThatThrownBy(
              () ->
                  StatementCounter.assertStatements(
                      library,
                      1,
                      () -> {
                        library.authors().count();
                        library.books().count();
                      }))
          .isInstanceOf(AssertionError.class)
          .hasMessage(
              "expected 1 statements, but there were 2"
                  + "\n  select count(*) from authors"
                  + "\n  select count(*) from books");
    }
  }

  @Test
  void counter_countsUntilItIsClosed_alsoWhatJooqRuns() {
    try (Library library = Library.create(folder)) {
      StatementCounter counter = StatementCounter.on(library);
      library.authors().count();
      library.dsl().fetch("select 1");
      assertThat(counter.count()).isEqualTo(2);
      counter.close();
      library.authors().count();
      assertThat(counter.statements()).hasSize(2);
    }
  }

  @Test
  void exceptionOfTheWork_arrives() {
    try (Library library = Library.create(folder)) {
      assertThatThrownBy(
              () ->
                  StatementCounter.assertStatements(
                      library,
                      0,
                      () -> {
                        throw new IOException("mine");
                      }))
          .isInstanceOf(IOException.class);
    }
  }
}
