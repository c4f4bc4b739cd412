package io.kinrow.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.postgresql.ds.PGSimpleDataSource;

/** The blog's database on the server. */
final class PostgresDatabase extends BlogDatabase {

  private final String name;
  private final boolean temporary;

  private PostgresDatabase(String name, boolean temporary) {
    this.name = name;
    this.temporary = temporary;
  }

  static PostgresDatabase at(String where) {
    return new PostgresDatabase(where, false);
  }

  static PostgresDatabase copyOf(int posts) {
    String master = masterOf(posts);
    String copy = "run_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
    execute("postgres", "create database " + copy + " template " + master);
    return new PostgresDatabase(copy, true);
  }

  static String masterOf(int posts) {
    String name = "blog_" + posts;
    try (Connection connection = DriverManager.getConnection(PostgresServer.url("postgres"));
        Statement statement = connection.createStatement();
        var found =
            statement.executeQuery("select from pg_database where datname = '" + name + "'")) {
      if (!found.next()) {
        execute("postgres", "create database made");
        fill(posts);
        execute("postgres", "alter database made rename to " + name);
      }
      return name;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make the database to measure with", e);
    }
  }

  private static void fill(int posts) throws SQLException {
    String url = PostgresServer.url("made") + "&reWriteBatchedInserts=true";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(schema());
      BlogRows.fill(connection, posts, time -> time);
      for (String table : new String[] {"users", "posts"}) {
        statement.execute(
            "select setval(pg_get_serial_sequence('" + table + "', 'id'), max(id)) from " + table);
      }
      statement.execute("vacuum (freeze, analyze)");
    }
  }

  private static String schema() {
    try (InputStream schema = PostgresDatabase.class.getResourceAsStream("/db/V1__blog.sql")) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the schema", e);
    }
  }

  private static void execute(String database, String sql) {
    try (Connection connection = DriverManager.getConnection(PostgresServer.url(database));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public String url() {
    return PostgresServer.url(name);
  }

  @Override
  public SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }

  @Override
  public Connection connect() {
    try {
      return closing(administer());
    } catch (SQLException e) {
      throw new IllegalStateException("cannot open " + url(), e);
    }
  }

  @Override
  public DataSource database(int connections, boolean generatedKeys) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url());
    return temporary ? pool(source, connections) : source;
  }

  @Override
  Connection administer() throws SQLException {
    return DriverManager.getConnection(url());
  }

  @Override
  void remove() {
    if (temporary) {
      execute("postgres", "drop database " + name + " with (force)");
    }
  }
}
