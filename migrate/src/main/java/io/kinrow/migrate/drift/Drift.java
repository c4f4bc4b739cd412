package io.kinrow.migrate.drift;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.compare.ColumnOrder;
import io.kinrow.migrate.compare.Comparison;
import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.ProjectScripts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.jspecify.annotations.Nullable;

/**
 * How a live database differs from what it should be. Immutable.
 *
 * <pre>{@code
 * Drift drift = Drift.check("jdbc:sqlite:microblog.db", Path.of("schema/desired.sql"),
 *     "filesystem:db/migration");
 * System.exit(drift.isFound() ? 1 : 0);
 * }</pre>
 *
 * @param version the version that the database is at, or "" if no migration was applied
 * @param pending the migrations that are not applied yet; they do not count as drift
 * @param fromMigrations changes made by hand: how the database differs from the result of its
 *     applied migrations
 * @param fromDesired changes that are not in any migration yet: how the result of all migrations
 *     differs from the desired schema; empty if none was given
 * @param notes migrations that were skipped, and what could not be compared and why
 */
public record Drift(
    String version,
    List<String> pending,
    List<Difference> fromMigrations,
    List<Difference> fromDesired,
    List<String> notes) {

  public Drift {
    pending = List.copyOf(pending);
    fromMigrations = List.copyOf(fromMigrations);
    fromDesired = List.copyOf(fromDesired);
    notes = List.copyOf(notes);
  }

  /** Returns whether anything differs. */
  public boolean isFound() {
    return !fromMigrations.isEmpty() || !fromDesired.isEmpty();
  }

  /**
   * Compares a live database with its migrations.
   *
   * @param location the migrations, in Flyway's notation for locations
   * @throws io.kinrow.migrate.settings.RefusedException like {@link #check(String, Path,
   *     FlywaySettings)}
   */
  public static Drift check(String url, String location) {
    return check(url, null, location);
  }

  /**
   * Compares a live database with its migrations, and the migrations with the desired schema.
   *
   * @param location the migrations, in Flyway's notation for locations
   * @throws io.kinrow.migrate.settings.RefusedException like {@link #check(String, Path,
   *     FlywaySettings)}
   */
  public static Drift check(String url, @Nullable Path desired, String location) {
    return check(url, desired, FlywaySettings.defaults().locations(location));
  }

  /**
   * Compares a live database with its migrations, and the migrations with the desired schema.
   *
   * @param url a JDBC URL, such as {@code jdbc:sqlite:microblog.db}
   * @param desired the file or folder of the desired schema, or null
   * @param settings the project's settings for Flyway; the history is read from the table that they
   *     name, and no callback runs on the live database
   * @throws io.kinrow.migrate.settings.RefusedException if the database or the desired schema
   *     cannot be read
   * @throws org.flywaydb.core.api.FlywayException if a migration fails on a scratch database, or if
   *     there are no migrations, or some are misnamed
   */
  public static Drift check(String url, @Nullable Path desired, FlywaySettings settings) {
    new ProjectScripts(settings).refuseNone();
    Schema live = Schema.ofDatabase(url, settings);
    MigrationInfoService info =
        Explained.of(
            () ->
                settings
                    .on(url, null, null)
                    .callbacks(new Callback[0])
                    .skipDefaultCallbacks(true)
                    .load()
                    .info());
    MigrationInfo current = info.current();
    MigrationVersion version = current == null ? null : current.getVersion();
    AppliedSchema applied = AppliedSchema.of(url, settings, live.catalog(), info.all());
    List<Difference> fromDesired =
        desired == null
            ? List.of()
            : fromDesired(Schema.ofMigrations(settings), Schema.ofDdl(desired, settings));
    return new Drift(
        version == null ? "" : version.getVersion(),
        Arrays.stream(info.pending()).map(MigrationInfo::getScript).toList(),
        Comparison.of(applied.expected(), applied.found(), ColumnOrder.AS_WRITTEN),
        fromDesired,
        applied.notes());
  }

  /** A desired schema need not have what repeatable migrations make. */
  private static List<Difference> fromDesired(Schema migrated, Schema desired) {
    Set<Name> left = migrated.repeatables().missingIn(desired.catalog());
    return Comparison.of(
        migrated.catalog().without(left, left), desired.catalog(), ColumnOrder.AS_WRITTEN);
  }
}
