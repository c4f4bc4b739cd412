package io.kinrow.blog;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
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
      String name = "blog_" + Server.NUMBER.incrementAndGet();
      Server.execute("create database " + name + " template blog");
      return new Place(
          Server.url(name), () -> Server.execute("drop database " + name + " with (force)"));
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

  /** Started for the first test that wants it; its library stops it with the JVM. */
  private static final class Server {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        execute(postgres, "create database blog");
        Flyway.configure()
            .dataSource(postgres.getJdbcUrl("postgres", "blog"), null, null)
            .locations("classpath:db/migration", "classpath:db/postgresql")
            .load()
            .migrate();
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static String url(String database) {
      return POSTGRES.getJdbcUrl("postgres", database);
    }

    static void execute(String sql) {
      execute(POSTGRES, sql);
    }

    private static void execute(EmbeddedPostgres postgres, String sql) {
      try (Connection connection =
              DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  }
}
