package io.kinrow.microblog;

import io.kinrow.maven.postgres.Binaries;
import io.kinrow.maven.postgres.EmbeddedServer;
import io.kinrow.maven.postgres.Postgres;
import io.kinrow.maven.postgres.PostgresVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server for the tests of this JVM, with which it ends. */
final class Server {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final EmbeddedServer SERVER = start();

  private Server() {}

  private static EmbeddedServer start() {
    Path programs = Path.of("target/postgresql");
    try {
      Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "server");
      Postgres postgres =
          new Postgres(
              PostgresVersion.of(null),
              new Binaries((name, version) -> programs.resolve(name + "-" + version + ".jar")),
              folder.resolve("postgres.log"));
      EmbeddedServer server = postgres.start(folder.resolve("data"));
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    server.close();
                    remove(postgres, folder);
                  }));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Postgres postgres, Path folder) {
    try {
      postgres.remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The URL of a new, empty database, without a login. */
  static String database() {
    String name = "blog_" + NUMBER.incrementAndGet();
    execute(url("postgres"), "CREATE DATABASE " + name);
    return url(name);
  }

  /** The URL of a database. */
  static String url(String database) {
    return SERVER.url().replace("/postgres?", "/" + database + "?");
  }

  /** The login, as {@code psql} takes it. */
  static Map<String, String> login() {
    return Map.of("PGUSER", SERVER.user(), "PGPASSWORD", password());
  }

  static String user() {
    return SERVER.user();
  }

  static String password() {
    return SERVER.password();
  }

  static void execute(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url, user(), password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
