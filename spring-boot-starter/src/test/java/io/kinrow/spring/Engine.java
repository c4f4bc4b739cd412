package io.kinrow.spring;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.flywaydb.core.Flyway;

/** Where an application under test has its database: a migrated, empty one for each. */
enum Engine {
  SQLITE {
    @Override
    String create() {
      try {
        return "jdbc:sqlite:" + Files.createTempDirectory("spring").resolve("blog.db");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  POSTGRESQL {
    @Override
    String create() {
      return Server.next();
    }
  };

  abstract String create();

  String migrated() {
    String url = create();
    String[] locations =
        this == SQLITE
            ? new String[] {"classpath:db/migration"}
            : new String[] {"classpath:db/migration", "classpath:db/postgresql"};
    Flyway.configure().dataSource(url, null, null).locations(locations).load().migrate();
    return url;
  }

  /** Stopped with the JVM. */
  private static final class Server {
    private static int number;
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static synchronized String next() {
      String name = "spring_" + ++number;
      try (var connection = SERVER.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (java.sql.SQLException e) {
        throw new IllegalStateException(e);
      }
      return SERVER.getJdbcUrl("postgres", name);
    }
  }
}
