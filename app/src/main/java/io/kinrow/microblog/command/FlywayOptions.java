package io.kinrow.microblog.command;

import io.kinrow.microblog.Refused;
import io.kinrow.migrate.settings.FlywaySettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how Flyway is configured. */
final class FlywayOptions {

  @Option(
      names = "--placeholder",
      paramLabel = "NAME=VALUE",
      description = "A value for the placeholder $${NAME} in the scripts.")
  private Map<String, String> placeholders = Map.of();

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description =
          "The name of Flyway's history table (default: what the database has, else flyway_schema_history).")
  private @Nullable String table;

  @Option(
      names = "--flyway-config",
      paramLabel = "FILE",
      description = "A flyway.conf to read settings from, except those that name a database.")
  private @Nullable Path file;

  @Option(
      names = "--leave-out",
      paramLabel = "PATTERN",
      description =
          "Ignore tables, indexes, views and triggers with such names, for example legacy_*.")
  private List<String> leftOut = List.of();

  /**
   * The settings.
   *
   * @throws org.flywaydb.core.api.FlywayException if the file is missing or has an unknown setting
   */
  FlywaySettings get() {
    FlywaySettings settings = file == null ? FlywaySettings.defaults() : FlywaySettings.read(file);
    Map<String, String> given = new HashMap<>();
    placeholders.forEach((name, value) -> given.put("placeholders." + name, value));
    if (table != null) {
      given.put("table", table);
    }
    return settings.with(given).leavingOut(leftOut.toArray(String[]::new));
  }

  /**
   * The settings for a database that may have a history: the table that they name, else the first
   * that it has.
   *
   * @param shown how the database is called in messages
   * @param histories the history tables that it has
   * @param mayBeNew whether a database without any may be given one
   * @throws Refused if the table that they name is not one of them
   */
  FlywaySettings get(String shown, List<String> histories, boolean mayBeNew) {
    FlywaySettings settings = get();
    String named = settings.table();
    if (table == null && named.equals(FlywaySettings.defaults().table())) {
      return histories.isEmpty() ? settings : settings.table(histories.get(0));
    }
    if (histories.isEmpty() ? mayBeNew : histories.stream().anyMatch(named::equalsIgnoreCase)) {
      return settings;
    }
    String none = shown + " has no history table '" + named + "'";
    if (histories.isEmpty()) {
      throw new Refused(none + ", nor any other", "Name another database: --db DATABASE");
    }
    throw new Refused(
        none + "; it has '" + String.join("', '", histories) + "'",
        "Leave --table out, or name that table: --table '" + histories.get(0) + "'");
  }
}
