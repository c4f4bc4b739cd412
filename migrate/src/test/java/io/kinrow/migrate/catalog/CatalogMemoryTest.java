package io.kinrow.migrate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a memory, a reader finds the same as without one, and reads only what has changed. */
final class CatalogMemoryTest {

  private static final LeftOut HISTORY = LeftOut.table("flyway_schema_history");

  private final CatalogMemory memory = new CatalogMemory();
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    run(
        """
        CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, "as" TEXT);
        CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT DEFAULT 'none', author_id REFERENCES author);
        CREATE INDEX book_author ON book (author_id);
        CREATE TABLE "odd one" (a, b, UNIQUE (b, a), CHECK (a > 0));
        CREATE VIEW books AS SELECT title, "Name" FROM book JOIN author ON author.id = author_id;
        CREATE VIEW titles AS SELECT * FROM books;
        CREATE VIEW own AS SELECT id AS own FROM 'book';
        CREATE TRIGGER told AFTER INSERT ON book BEGIN UPDATE author SET name = 'x' WHERE "odd" = 1; END;
        CREATE VIRTUAL TABLE found USING fts5(title, content='book', content_rowid='id');
        CREATE TABLE flyway_schema_history (version);
        """);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX book_title ON book (title DESC)",
        "DROP INDEX book_author; CREATE UNIQUE INDEX book_author ON book (author_id)",
        "ALTER TABLE book ADD COLUMN \"odd\" TEXT",
        "ALTER TABLE author RENAME COLUMN name TO named",
        "ALTER TABLE author RENAME TO writer",
        "ALTER TABLE author RENAME TO other; ALTER TABLE other RENAME TO AUTHOR",
        "DROP VIEW titles; CREATE VIEW titles AS SELECT title FROM books",
        "DROP VIEW books; CREATE VIEW books AS SELECT 1 AS one",
        "DROP VIEW books",
        "DROP VIEW own; DROP TRIGGER told; DROP TABLE book; CREATE VIEW book AS SELECT 1 AS Id",
        "CREATE TABLE odd (x)",
        "CREATE TABLE name (title)",
        "DROP TRIGGER told",
        "DROP TABLE found; CREATE TABLE found_data (x)",
        "CREATE TABLE found_config2 (x); CREATE TABLE kinrow_parked_1 (id, title)",
        "DROP VIEW titles; DROP VIEW books; DROP VIEW own; DROP TRIGGER told;"
            + " DROP TABLE author; CREATE TABLE author (code TEXT PRIMARY KEY, id, name)",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql ="
            + " 'CREATE VIEW own AS SELECT id AS own2 FROM book' WHERE name = 'own';"
            + " PRAGMA writable_schema = RESET",
      })
  void whateverChanges_isReadAnew(String change) throws SQLException {
    same();
    run(change);
    same();
  }

  /** Two views whose names are columns of each other, which no order of reading serves. */
  @Test
  void viewsThatNameEachOther_areReadAnew() throws SQLException {
    run("CREATE VIEW one AS SELECT 1 AS two; CREATE VIEW two AS SELECT 1 AS one");
    same();
    run("DROP VIEW one; CREATE VIEW one AS SELECT 1 AS Two, 2 AS three");
    same();
  }

  @Test
  void anotherDatabaseWithOtherTables_isReadAsItIs() throws SQLException {
    same();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = other.createStatement()) {
      statement.executeUpdate(
          """
          CREATE TABLE author (id INTEGER PRIMARY KEY, Name TEXT);
          CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT DEFAULT 'none', author_id REFERENCES author);
          CREATE VIEW books AS SELECT title, "Name" FROM book JOIN author ON author.id = author_id;
          """);
      assertThat(CatalogReader.read(other, HISTORY, memory))
          .isEqualTo(CatalogReader.read(other, HISTORY));
    }
    same();
  }

  @Test
  void whatStays_isTheSameObject() throws SQLException {
    Catalog before = CatalogReader.read(connection, HISTORY, memory);
    run("CREATE TABLE more (x); ALTER TABLE \"odd one\" ADD COLUMN c");
    Catalog after = CatalogReader.read(connection, HISTORY, memory);

    for (String table : List.of("author", "book")) {
      assertThat(after.table(new Name(table))).containsSame(before.table(new Name(table)).get());
    }
    for (String view : List.of("books", "titles", "own")) {
      assertThat(after.view(new Name(view))).containsSame(before.view(new Name(view)).get());
    }
    assertThat(after.table(new Name("odd one"))).isNotEqualTo(before.table(new Name("odd one")));
  }

  @Test
  void tableWithoutAnIndexThatIsLeftOut_isTheSameObject() throws SQLException {
    LeftOut index = LeftOut.of("flyway_schema_history", List.of("book_author"));
    Table all = CatalogReader.read(connection, HISTORY, memory).table(new Name("book")).get();
    Table before = CatalogReader.read(connection, index, memory).table(new Name("book")).get();
    run("CREATE TABLE more (x)");
    Table after = CatalogReader.read(connection, index, memory).table(new Name("book")).get();

    assertThat(before.indexes()).isEmpty();
    assertThat(after).isSameAs(before);
    assertThat(CatalogReader.read(connection, HISTORY, memory).table(new Name("book")))
        .contains(all);
  }

  private void same() throws SQLException {
    Catalog remembered = CatalogReader.read(connection, HISTORY, memory);
    Catalog read = CatalogReader.read(connection, HISTORY);
    assertThat(remembered).isEqualTo(read);
    assertThat(remembered.parked()).isEqualTo(read.parked());
    assertThat(remembered.triggers()).containsExactlyElementsOf(read.triggers());
    for (Table table : read.tables()) {
      assertThat(remembered.sql(table)).isEqualTo(read.sql(table));
      assertThat(remembered.table(table.name()).orElseThrow().name().text())
          .isEqualTo(table.name().text());
    }
    assertThat(remembered.toString()).isEqualTo(read.toString());
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
