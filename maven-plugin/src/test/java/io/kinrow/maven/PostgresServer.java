package io.kinrow.maven;

import io.kinrow.maven.fixture.Artifacts;
import io.kinrow.maven.postgres.PostgresVersion;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;

/**
 * Real servers of PostgreSQL, each started once for all tests of this process; they stop with it.
 */
final class PostgresServer {

  private PostgresServer() {}

  private interface Start {
    EmbeddedPostgres start() throws IOException;

    static EmbeddedPostgres of(Start start) {
      try {
        return start.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Oldest {
    static final EmbeddedPostgres SERVER = Start.of(EmbeddedPostgres::start);
  }

  private static final class Newest {
    static final EmbeddedPostgres SERVER =
        Start.of(
            () ->
                EmbeddedPostgres.builder()
                    .setPgBinaryResolver(
                        (system, processor) -> programs(PostgresVersion.of(null).binaries()))
                    .start());
  }

  /** The JDBC URL of a new, empty database of the oldest version that Kinrow supports. */
  static String freshDatabase(String name) throws SQLException {
    return freshDatabase(Oldest.SERVER, name);
  }

  /** The JDBC URL of a new, empty database of the newest version that builds start. */
  static String freshDatabaseOfNewest(String name) throws SQLException {
    return freshDatabase(Newest.SERVER, name);
  }

  private static String freshDatabase(EmbeddedPostgres server, String name) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database \"" + name + '"');
    }
    return server.getJdbcUrl("postgres", name);
  }

  private static InputStream programs(String version) throws IOException {
    Path jar = Artifacts.ofVersion(version);
    try (JarInputStream content = new JarInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          return new ByteArrayInputStream(content.readAllBytes());
        }
      }
    }
    throw new IOException(jar + " has no .txz");
  }
}
