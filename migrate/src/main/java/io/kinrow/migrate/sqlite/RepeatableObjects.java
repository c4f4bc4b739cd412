package io.kinrow.migrate.sqlite;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.settings.HiddenRepeatables;
import io.kinrow.migrate.sql.Names;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.sql.Token;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
  private final List<Taken> taken = new ArrayList<>();

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
      Optional.of(statement.createdName())
          .filter(name -> !name.isEmpty())
          .map(Name::new)
          .ifPresent(names::add);
    }
  }

  /** The view or trigger that a statement drops, told by its first tokens. */
  static Optional<Name> dropped(List<Token> first) {
    boolean drops =
        first.size() > 2
            && first.get(0).is("DROP")
            && (first.get(1).is("VIEW") || first.get(1).is("TRIGGER"));
    int at = drops ? Statement.nameAfter(first.get(1).text(), first) : first.size();
    return at < first.size() ? Optional.of(new Name(first.get(at).unquoted())) : Optional.empty();
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

  /** A view or trigger that was taken down, and how it is made again. */
  private record Taken(String type, String name, String sql) {}

  /** Takes down those that exist; triggers first, as a view takes its own with it. */
  static RepeatableObjects takeDown(Connection connection, Set<Name> names) throws SQLException {
    RepeatableObjects objects = new RepeatableObjects(connection);
    for (String type : List.of("view", "trigger")) {
      objects
          .existing(type)
          .forEach(
              (name, sql) -> {
                if (names.contains(new Name(name))) {
                  objects.taken.add(new Taken(type, name, sql));
                }
              });
    }
    for (Taken object : objects.taken) {
      objects.execute(
          "DROP %s IF EXISTS main.%s".formatted(object.type, Names.quoted(object.name)));
    }
    return objects;
  }

  /** Makes them again, but what the script itself made, and triggers whose table is gone. */
  void putBack() throws SQLException {
    for (Taken object : taken) {
      if (existing(object.type).containsKey(object.name)) {
        continue;
      }
      try {
        execute(object.sql);
      } catch (SQLException e) {
        if (!object.type.equals("trigger")
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
