package io.kinrow.blog;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for all tests of this JVM; its library stops it with the JVM. */
final class Postgres {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private Postgres() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Creates an empty database, and returns its name. */
  static String create() {
    return create("template1");
  }

  /** Creates a copy of a database that nothing is connected to, and returns its name. */
  static String create(String template) {
    String name = "blog_" + NUMBER.incrementAndGet();
    execute("create database " + name + " template " + template);
    return name;
  }

  static void drop(String database) {
    execute("drop database " + database + " with (force)");
  }

  static String url(String database) {
    return SERVER.getJdbcUrl("postgres", database);
  }

  static int port() {
    return SERVER.getPort();
  }

  private static void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
