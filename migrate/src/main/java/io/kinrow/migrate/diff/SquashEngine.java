package io.kinrow.migrate.diff;

import io.kinrow.migrate.settings.FlywaySettings;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** What a kind of database must know so that its migrations can be squashed. For one thread. */
interface SquashEngine extends AutoCloseable {

  /** Makes an empty scratch database, and returns Flyway's configuration for it. */
  FluentConfiguration empty(FlywaySettings settings);

  /**
   * Refuses scripts that do what no baseline can do.
   *
   * @param scripts SQL scripts, as Flyway names them
   */
  void refuse(FlywaySettings settings, List<String> scripts);

  /**
   * Reads what migrations made.
   *
   * @param database a configuration that {@link #empty} returned
   */
  Content read(FluentConfiguration database, FlywaySettings settings) throws SQLException;

  /** Removes the scratch databases. */
  @Override
  void close();

  /** The contents of a migrated database. Immutable. */
  interface Content {
    /** The statements that give the same contents on an empty database. */
    List<String> statements();

    /** The number of rows of each table. */
    Map<String, Long> rows();

    /** What is different in the contents of another database of the same kind. */
    List<String> differences(Content actual);
  }
}
