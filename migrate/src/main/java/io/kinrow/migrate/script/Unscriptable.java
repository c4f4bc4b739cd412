package io.kinrow.migrate.script;

import io.kinrow.migrate.settings.SomeScripts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;

/** Collects what Flyway would do and a script of SQL cannot; refuses all of it at once. */
public final class Unscriptable {
  private final List<String> problems = new ArrayList<>();

  /** Adds a reason. */
  public void add(String problem) {
    problems.add(problem);
  }

  /** Adds a migration, unless it is a SQL script. */
  public void addUnlessSql(MigrationInfo migration) {
    if (migration.getType() != CoreMigrationType.SQL) {
      add(migration.getScript() + " is not an SQL script");
    }
  }

  /** Rows for COPY stand in the script in PostgreSQL's own format, not as statements. */
  public void addCopies(String script, List<String> statements) {
    if (statements.stream()
        .anyMatch(sql -> sql.matches("(?is)(?:--[^\n]*\n|\\s)*+copy\\s.*\\sfrom\\s+stdin\\b.*"))) {
      add(script + " contains rows for COPY … FROM STDIN; write them as INSERT");
    }
  }

  /**
   * Callbacks that a command would run.
   *
   * @param command such as {@code undo}: events of other commands do not matter
   */
  public void addCallbacks(Configuration configuration, String command) {
    List<Event> events =
        Arrays.stream(Event.values()).filter(event -> isOf(event, command)).toList();
    for (Callback callback : configuration.getCallbacks()) {
      if (events.stream().anyMatch(event -> callback.supports(event, null))) {
        add("the callback " + callback.getCallbackName() + " is a Java class");
      }
    }
    if (configuration.isSkipDefaultCallbacks()) {
      return;
    }
    for (String suffix : configuration.getSqlMigrationSuffixes()) {
      for (LoadableResource resource :
          SomeScripts.resources(configuration).getResources("", new String[] {suffix})) {
        String file = resource.getFilename();
        String name = file.substring(0, file.length() - suffix.length());
        int separator = name.indexOf(configuration.getSqlMigrationSeparator());
        Event event = Event.fromId(separator < 0 ? name : name.substring(0, separator));
        if (event != null && events.contains(event)) {
          add(file + " is a callback");
        }
      }
    }
  }

  private static boolean isOf(Event event, String command) {
    String id = event.getId().toLowerCase(Locale.ROOT);
    boolean migrates = command.equals("migrate");
    return id.contains(command)
        || id.contains("connect")
        || (migrates
            && (id.contains("versioned")
                || id.contains("repeatable")
                || id.contains("validate")
                || id.contains("createschema")));
  }

  /**
   * Ends the collecting.
   *
   * @throws FlywayException if anything was added
   */
  public void refuse() {
    if (!problems.isEmpty()) {
      throw new FlywayException(
          "This cannot be written as an SQL script; let Flyway run it.\n- "
              + String.join("\n- ", problems));
    }
  }
}
