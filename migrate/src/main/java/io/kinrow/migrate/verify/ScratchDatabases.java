package io.kinrow.migrate.verify;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The empty database that somebody named, and after it others on its server, which are made like it
 * and dropped in the end.
 */
final class ScratchDatabases implements ScratchSource {
  private static final Pattern POSTGRES =
      Pattern.compile("(jdbc:postgresql:(?://[^/]*/)?)([^/?]*)(\\?.*)?");

  private final Configuration configuration;
  private final String url;
  private final String user;
  private final String password;
  private final List<String> made = new ArrayList<>();
  private @Nullable Scratch current;
  private @Nullable Snapshot empty;
  private boolean beside;

  ScratchDatabases(Configuration configuration, String url, String user, String password) {
    this.configuration = configuration;
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** New databases on the server of one that is only read, for its name and kind. */
  static ScratchDatabases beside(
      Configuration configuration, String url, String user, String password) {
    ScratchDatabases databases = new ScratchDatabases(configuration, url, user, password);
    databases.beside = true;
    return databases;
  }

  @Override
  public Scratch next() {
    String place = empty == null && !beside ? url : another();
    if (current != null) {
      current.close();
    }
    Scratch scratch = new Scratch(configuration, place, user, password);
    current = scratch;
    Snapshot found = scratch.snapshot();
    if (empty == null) {
      if (!found.isEmpty() || !scratch.appliedLatestFirst().isEmpty()) {
        throw new FlywayException(
            "The scratch database is not empty: undo scripts are proved on one that may be thrown"
                + " away.");
      }
      empty = found;
    } else if (!empty.schemaDifferences(found).isEmpty()) {
      throw new FlywayException(
          "a new database differs from it: " + String.join("; ", empty.schemaDifferences(found)));
    }
    // the history, and schemas that Flyway makes, belong to no migration
    scratch.prepare();
    return scratch;
  }

  private String another() {
    Matcher parts = POSTGRES.matcher(url);
    if (!parts.matches()) {
      throw new FlywayException("no other can be made at " + url);
    }
    String name = "kinrow_verify_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      String like;
      try (ResultSet rs =
          statement.executeQuery(
              "SELECT format(' TEMPLATE template0 ENCODING %L LC_COLLATE %L LC_CTYPE %L',"
                  + " pg_encoding_to_char(encoding), datcollate, datctype)"
                  + " FROM pg_database WHERE datname = current_database()")) {
        rs.next();
        like = rs.getString(1);
      }
      statement.execute("CREATE DATABASE " + name + like);
      made.add(name);
    } catch (SQLException e) {
      throw new FlywayException(e.getMessage(), e);
    }
    String parameters = parts.group(3);
    return parts.group(1) + name + (parameters == null ? "" : parameters);
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
    }
    if (made.isEmpty()) {
      return;
    }
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      for (String name : made) {
        statement.execute("DROP DATABASE " + name);
      }
    } catch (SQLException e) {
      throw new FlywayException("Cannot drop the scratch databases " + made, e);
    }
  }
}
