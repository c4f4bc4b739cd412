package io.kinrow.migrate.sqlite;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.settings.HiddenRepeatables;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.sql.Token;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The views and triggers that repeatable scripts make. A versioned script never has them on a new
 * database, where repeatables run last; so one that changes tables does not meet them on an old one
 * either. They are taken down before it, but for those that it drops by name, and stand again after
 * it, as Flyway does not run a repeatable script again that has not changed.
 */
public final class RepeatableObjects {
  private final Connection connection;
  private final Map<String, String> taken = new LinkedHashMap<>();

  private RepeatableObjects(Connection connection) {
    this.connection = connection;
  }

  /** The names of what the repeatable scripts of a project make. */
  static Set<Name> names(Configuration configuration, ResourceProvider resources) {
    Set<Name> names = new HashSet<>();
    for (LoadableResource script :
        resources.getResources(
            HiddenRepeatables.prefix(configuration) + configuration.getSqlMigrationSeparator(),
            configuration.getSqlMigrationSuffixes())) {
      try {
        Statement.split(text(script)).forEach(statement -> addMade(statement, names));
      } catch (SqlSyntaxException e) {
        // Flyway says what is wrong when the script runs
      }
    }
    return names;
  }

  private static void addMade(Statement statement, Set<Name> names) {
    String kind = statement.creates();
    if (kind.equals("VIEW") || kind.equals("TRIGGER")) {
      nameAfter(kind, statement.tokens()).ifPresent(names::add);
    }
  }

  /** The view or trigger that a statement drops, told by its first tokens. */
  static Optional<Name> dropped(List<Token> first) {
    boolean drops =
        first.size() > 2
            && first.get(0).is("DROP")
            && (first.get(1).is("VIEW") || first.get(1).is("TRIGGER"));
    return drops ? nameAfter(first.get(1).text(), first) : Optional.empty();
  }

  /** Without {@code IF NOT EXISTS}, {@code IF EXISTS} and {@code main.} before it. */
  private static Optional<Name> nameAfter(String kind, List<Token> tokens) {
    int at = 0;
    while (!tokens.get(at).is(kind)) {
      at++;
    }
    at++;
    if (at + 1 < tokens.size() && tokens.get(at).is("IF")) {
      at += tokens.get(at + 1).is("NOT") ? 3 : 2;
    }
    at += at + 2 < tokens.size() && tokens.get(at + 1).is(".") ? 2 : 0;
    return at < tokens.size() ? Optional.of(new Name(tokens.get(at).unquoted())) : Optional.empty();
  }

  private static String text(LoadableResource script) {
    try (Reader reader = script.read();
        StringWriter text = new StringWriter()) {
      reader.transferTo(text);
      return text.toString();
    } catch (IOException e) {
      throw new FlywayException("Cannot read " + script.getFilename() + ": " + e.getMessage(), e);
    }
  }

  /** Takes down those that exist; triggers first, as a view takes its own with it. */
  static RepeatableObjects takeDown(Connection connection, Set<Name> names) throws SQLException {
    RepeatableObjects objects = new RepeatableObjects(connection);
    for (String type : List.of("view", "trigger")) {
      objects
          .existing(type)
          .forEach(
              (name, sql) -> {
                if (names.contains(new Name(name))) {
                  objects.taken.put(type + " " + name, sql);
                }
              });
    }
    for (String object : objects.taken.keySet()) {
      String[] typeAndName = object.split(" ", 2);
      objects.execute(
          "DROP "
              + typeAndName[0]
              + " IF EXISTS main.\""
              + typeAndName[1].replace("\"", "\"\"")
              + "\"");
    }
    return objects;
  }

  /** Makes them again, but what the script itself made, and triggers whose table is gone. */
  void putBack() throws SQLException {
    for (Map.Entry<String, String> object : taken.entrySet()) {
      String[] typeAndName = object.getKey().split(" ", 2);
      if (existing(typeAndName[0]).containsKey(typeAndName[1])) {
        continue;
      }
      try {
        execute(object.getValue());
      } catch (SQLException e) {
        if (!typeAndName[0].equals("trigger")
            || !String.valueOf(e.getMessage()).contains("no such table")) {
          throw e;
        }
      }
    }
  }

  private Map<String, String> existing(String type) throws SQLException {
    Map<String, String> objects = new LinkedHashMap<>();
    try (java.sql.Statement statement = connection.createStatement();
        ResultSet rs =
            statement.executeQuery(
                "SELECT name, sql FROM main.sqlite_schema WHERE type = '"
                    + type
                    + "' ORDER BY rowid")) {
      while (rs.next()) {
        objects.put(rs.getString(1), rs.getString(2));
      }
    }
    return objects;
  }

  private void execute(String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
