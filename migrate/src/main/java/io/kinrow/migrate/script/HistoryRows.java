package io.kinrow.migrate.script;

import io.kinrow.migrate.sql.Names;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.database.base.Table;
import org.flywaydb.core.internal.util.AbbreviationUtils;
import org.jspecify.annotations.Nullable;

/** Rows of Flyway's history as statements with values. */
public final class HistoryRows {
  private final Configuration configuration;
  private final Database<?> database;
  private final Table<?, ?> table;
  private int rank;

  /**
   * Rows that follow others.
   *
   * @param rank the highest installed rank so far; 0 when there is none
   */
  public HistoryRows(
      Configuration configuration, Database<?> database, Table<?, ?> table, int rank) {
    this.configuration = configuration;
    this.database = database;
    this.table = table;
    this.rank = rank;
  }

  /** Returns the statement for the next row; who runs it counts as who installed. */
  public String next(
      @Nullable String version,
      String description,
      String type,
      String script,
      @Nullable Integer checksum) {
    rank++;
    String[] values = {
      Integer.toString(rank),
      literal(version),
      literal(AbbreviationUtils.abbreviateDescription(description)),
      literal(type),
      literal(AbbreviationUtils.abbreviateScript(script)),
      checksum == null ? "NULL" : checksum.toString(),
      installedBy(),
      "0",
      database.getBooleanTrue(),
    };
    StringBuilder sql = new StringBuilder();
    int value = 0;
    for (String part : database.getInsertStatement(table).split("(?<=\\?)", 0)) {
      sql.append(
          part.endsWith("?") ? part.substring(0, part.length() - 1) + values[value++] : part);
    }
    return sql.toString();
  }

  private String installedBy() {
    boolean asks = configuration.getInstalledBy() == null && Shell.of(database) == Shell.PSQL;
    return asks ? "CURRENT_USER" : literal(database.getInstalledBy());
  }

  private static String literal(@Nullable String text) {
    return text == null ? "NULL" : Names.literal(text);
  }
}
