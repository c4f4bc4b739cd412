package io.kinrow.runtime.internal.entity;

import static io.kinrow.runtime.StatementCounter.assertStatements;
import static io.kinrow.runtime.fixture.Tables.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.NavigationForbiddenException;
import io.kinrow.runtime.Path;
import io.kinrow.runtime.fixture.Author;
import io.kinrow.runtime.fixture.Book;
import io.kinrow.runtime.fixture.Library;
import java.util.List;
import org.jooq.exception.NoDataFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KinTest {

  @TempDir java.nio.file.Path folder;
  private Library library;

  @BeforeEach
  void open() {
    library = Library.create(folder).filled();
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void firstNavigation_loadsTheRelationForAllSiblings() {
    List<Author> authors = library.authors().all();
    assertStatements(
        library,
        1,
        () -> {
          assertThat(authors.get(0).books()).hasToString("[Wizard, Tombs, Lathe]");
          assertThat(authors.get(1).books()).hasToString("[Wasp]");
        });
  }

  @Test
  void childrenAreTheNextGenerationOfSiblings() {
    List<Author> authors = library.authors().all();
    assertStatements(
        library,
        2,
        () -> {
          for (Author author : authors) {
            author.books().forEach(Book::sequelOf);
          }
        });
    assertThat(authors.get(0).books().get(1).sequelOf()).map(Book::title).contains("Wizard");
    assertThat(authors.get(0).books().get(0).sequelOf()).isEmpty();
  }

  @Test
  void parentReachedFromItsChild_isTheSameObject_withoutAStatement() {
    Author author = library.authors().get(1L);
    List<Book> books = author.books();
    assertStatements(
        library, 0, () -> books.forEach(book -> assertThat(book.author()).isSameAs(author)));
  }

  @Test
  void siblingsWithOneParent_shareTheObject() {
    List<Book> books = library.books().listByAuthorId(1);
    assertThat(books.get(0).author()).isSameAs(books.get(2).author());
  }

  @Test
  void counts_areLoadedForAllSiblings_orTakenFromLoadedRows() {
    List<Author> counted = library.authors().all();
    assertStatements(
        library,
        1,
        () -> assertThat(counted).extracting(Author::booksCount).containsExactly(3L, 1L));
    List<Author> loaded = library.authors().all();
    loaded.get(0).books();
    assertStatements(library, 0, () -> assertThat(loaded.get(1).booksCount()).isEqualTo(1));
  }

  @Test
  void alone_loadsForOneRow() {
    List<Author> authors = library.authors().loading(Loading.ALONE).list();
    assertStatements(
        library,
        2,
        () -> {
          authors.get(0).books();
          authors.get(1).books();
        });
  }

  @Test
  void forbid_throws_unlessPrefetchedOrTheRowCameAlone() {
    List<Author> authors = library.authors().loading(Loading.FORBID).list();
    assertThatThrownBy(() -> authors.get(0).books())
        .isInstanceOf(NavigationForbiddenException.class)
        .hasMessageStartingWith("authors.books was not prefetched");
    List<Author> prefetched = library.authors().loading(Loading.FORBID).with(Author.BOOKS).list();
    assertStatements(library, 0, () -> assertThat(prefetched.get(0).books()).hasSize(3));
    Author only = library.authors().loading(Loading.FORBID).first().orElseThrow();
    assertThat(only.books()).hasSize(3);
  }

  @Test
  void path_prefetchesEachStepWithOneStatement() {
    assertStatements(
        library,
        3,
        () -> {
          for (Author author : library.authors().with(Author.BOOKS.then(Book.SEQUEL_OF)).list()) {
            author.books().forEach(book -> book.sequelOf().ifPresent(Book::title));
          }
        });
  }

  @Test
  void pathOfTheCallersOwn_isRefused() {
    Path<Author, Book> own =
        new Path<>() {
          @Override
          public <U> Path<Author, U> then(Path<Book, U> next) {
            throw new UnsupportedOperationException();
          }
        };
    assertThatThrownBy(() -> library.authors().with(own))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use the constants of generated entities");
    assertThatThrownBy(() -> Book.AUTHOR.then(own))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a path that can be loaded");
  }

  @Test
  void copyWithAnotherKey_navigatesToItsOwnRows() {
    Book wasp = library.books().all().get(3);
    assertThat(wasp.author().name()).isEqualTo("Iain");
    assertThat(wasp.withAuthorId(1).author().name()).isEqualTo("Ursula");
    assertThat(wasp.withTitle("Factory").author()).isSameAs(wasp.author());
  }

  @Test
  void rowsOfACopysRelation_areNotWiredToTheCopy() {
    Author author = library.authors().all().get(0);
    List<Book> books = author.withName("U.").books();
    assertThat(books.get(0).author()).hasToString("Ursula");
  }

  @Test
  void parentDeletedMeanwhile_isNamed() {
    List<Book> books = library.books().listByAuthorId(2);
    library.dsl().execute("pragma foreign_keys = off");
    library.dsl().execute("delete from books");
    library.dsl().execute("delete from authors");
    assertThatThrownBy(() -> books.get(0).author())
        .isInstanceOf(NoDataFoundException.class)
        .hasMessage("books.author: the row with key 2 does not exist");
  }

  @Test
  void entityOfATransaction_navigatesAfterItsEnd() {
    Author author = library.transactionResult(tx -> tx.authors().get(1L));
    assertThat(author.books()).hasSize(3);
  }

  @Test
  void relationAsAQuery_isNarrowed() {
    Author author = library.authors().get(1L);
    assertThat(author.queryBooks().where(BOOKS.TITLE.ne("Tombs")).orderBy(BOOKS.TITLE).list())
        .hasToString("[Lathe, Wizard]");
  }

  @Test
  void noRows_takeNoStatementToPrefetch() {
    library.books().deleteAll();
    library.authors().deleteAll();
    assertStatements(
        library, 1, () -> library.authors().with(Author.BOOKS.then(Book.AUTHOR)).list());
  }
}
