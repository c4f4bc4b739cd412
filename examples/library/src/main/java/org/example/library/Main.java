package org.example.library;

import static org.example.library.db.Tables.BOOKS;

import org.flywaydb.core.Flyway;

/** Fills a library and lists it. */
public final class Main {

  private Main() {}

  /** Uses the database of a JDBC URL, or {@code target/library.db}. */
  public static void main(String[] args) {
    String url = args.length == 0 ? "jdbc:sqlite:target/library.db" : args[0];
    Flyway.configure().dataSource(url, null, null).load().migrate();

    try (Library library = Library.open(url)) {
      Author ursula = library.authors().upsertByName(a -> a.name("Ursula K. Le Guin"));
      library.books().deleteWhere(BOOKS.AUTHOR_ID.eq(ursula.id()));
      library.books().insert(b -> b.title("The Dispossessed").author(ursula).year(1974L));
      library.books().insert(b -> b.title("The Lathe of Heaven").author(ursula).year(1971L));

      for (Author author : library.authors().all()) {
        for (Book book : author.books()) {
          System.out.println(book.title() + ", by " + book.author().name());
        }
      }
    }
  }
}
