package io.kinrow.blog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jooq.SQLDialect;

/** What a blog can be stored in, and where a test gets a migrated, empty one of its own. */
enum BlogEngine {

  /** A file for each. */
  SQLITE(SQLDialect.SQLITE, "") {
    @Override
    Place create() {
      try {
        Path folder = Files.createTempDirectory("blog");
        Path file = folder.resolve("blog.db");
        String url = "jdbc:sqlite:" + file;
        Flyway.configure().dataSource(url, null, null).load().migrate();
        return new Place(url, () -> delete(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },

  /** A copy of a migrated database for each, on one server for all tests of this JVM. */
  POSTGRESQL(SQLDialect.POSTGRES, "\"") {
    @Override
    Place create() {
      String name = Postgres.create(Template.NAME);
      return new Place(Postgres.url(name), () -> Postgres.drop(name));
    }
  };

  private final SQLDialect dialect;
  private final String quote;

  BlogEngine(SQLDialect dialect, String quote) {
    this.dialect = dialect;
    this.quote = quote;
  }

  /** Makes a migrated blog without rows. */
  abstract Place create();

  /** jOOQ's name for it. */
  SQLDialect dialect() {
    return dialect;
  }

  /** A statement with names in double quotes, as it is rendered for this engine. */
  String rendered(String sql) {
    return sql.replace("\"", quote);
  }

  /**
   * Where a blog is.
   *
   * @param url its JDBC URL
   * @param removal deletes it
   */
  record Place(String url, Runnable removal) {}

  private static void delete(Path file) {
    try {
      for (String suffix : new String[] {"", "-wal", "-shm"}) {
        Files.deleteIfExists(Path.of(file + suffix));
      }
      Files.delete(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The database that others are copies of, migrated for the first test that wants one. */
  private static final class Template {

    private static final String NAME = create();

    private static String create() {
      String name = Postgres.create();
      Flyway.configure()
          .dataSource(Postgres.url(name), null, null)
          .locations("classpath:db/migration", "classpath:db/postgresql")
          .load()
          .migrate();
      return name;
    }
  }
}
