package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogReader;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.plan.Inserts;
import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.HiddenRepeatables;
import io.kinrow.migrate.settings.ProjectScripts;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.settings.ScratchFolder;
import io.kinrow.migrate.settings.ScriptFiles;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * All migrations up to a version as one: Flyway's baseline migration {@code B7__baseline.sql}. New
 * databases start with it; databases that are past it ignore it. Immutable.
 *
 * <pre>{@code
 * Squash squash = Squash.of(settings, "latest");
 * squash.write(Path.of("db/migration"));   // the V scripts may stay, and must while a database needs them
 * }</pre>
 *
 * @param version the last version that it replaces
 * @param script its text: the schema, and the rows that the migrations insert
 * @param rows the number of rows per table; values such as the current time date from the squash
 * @param settings how the project names and encodes scripts
 */
public record Squash(
    String version, String script, Map<String, Long> rows, FlywaySettings settings) {

  /** Copies the map. */
  public Squash {
    rows = Map.copyOf(rows);
  }

  /**
   * Squashes the migrations of a project, and proves the result: on a scratch database it gives the
   * same schema and the same rows.
   *
   * @param version the last version to include, or {@code latest}
   * @throws IllegalArgumentException if there is no migration of that version
   * @throws RefusedException if the result would differ, since rows of virtual tables are not
   *     written, or if there is a baseline of a later version
   * @throws FlywayException if a migration fails
   */
  public static Squash of(FlywaySettings settings, String version) {
    try (ScratchFolder folder = new ScratchFolder()) {
      return of(settings.target(version), folder);
    } catch (SQLException e) {
      throw new FlywayException("Cannot read the scratch database: " + e.getMessage(), e);
    }
  }

  private static Squash of(FlywaySettings settings, ScratchFolder folder) throws SQLException {
    new ProjectScripts(settings).refuseNone();
    String one = folder.url("migrated.db");
    refuseOtherVersions(settings, one);
    MigrationInfo current = migrated(settings, one);
    if (current == null) {
      throw RefusedException.because("There are no migrations to squash");
    }
    String version = current.getVersion().getVersion();
    try (Connection connection = DriverManager.getConnection(one)) {
      Catalog catalog = CatalogReader.read(connection, settings.leftOut());
      Map<String, List<String>> rows = rows(connection, catalog);
      List<String> statements = new ArrayList<>(Ddl.tables(catalog));
      rows.values().forEach(statements::addAll);
      statements.addAll(counters(connection, catalog));
      statements.addAll(Ddl.viewsAndTriggers(catalog));
      Map<String, Long> counts = new LinkedHashMap<>();
      rows.forEach((table, inserts) -> counts.put(table, (long) inserts.size()));
      counts.values().removeIf(count -> count == 0);
      Squash squash =
          new Squash(version, Ddl.text(statements.stream()), counts, settings.target("latest"));
      squash.prove(folder, catalog, rows, counters(connection, catalog));
      return squash;
    }
  }

  /** Flyway would begin with a later baseline all the same, or do nothing. */
  private static void refuseOtherVersions(FlywaySettings settings, String url) {
    MigrationVersion wanted = settings.on(url, null, null).getTarget();
    if (wanted == null || wanted.equals(MigrationVersion.LATEST)) {
      return;
    }
    List<MigrationInfo> all =
        Explained.of(
            () ->
                Arrays.stream(settings.target("latest").on(url, null, null).load().info().all())
                    .filter(info -> info.getVersion() != null && !info.getType().isUndo())
                    .toList());
    if (all.stream().noneMatch(info -> info.getVersion().equals(wanted))) {
      throw new IllegalArgumentException(
          "there is no migration of version %s; there are %s"
              .formatted(
                  wanted,
                  all.stream()
                      .map(info -> info.getVersion().getVersion())
                      .distinct()
                      .collect(Collectors.joining(", "))));
    }
    all.stream()
        .filter(info -> info.getType().isBaseline() && info.getVersion().compareTo(wanted) > 0)
        .findFirst()
        .ifPresent(
            later -> {
              throw RefusedException.because(
                  "%s stands for all versions up to %s already: no database would begin with a baseline of version %s. Delete it first, or squash to a later version"
                      .formatted(later.getScript(), later.getVersion(), wanted));
            });
  }

  private static MigrationInfo migrated(FlywaySettings settings, String url) {
    // repeatables run after a baseline as they did before
    Flyway flyway = HiddenRepeatables.in(settings.on(url, null, null)).load();
    Explained.of(flyway::migrate);
    return flyway.info().current();
  }

  private void prove(
      ScratchFolder folder, Catalog catalog, Map<String, List<String>> rows, List<String> counters)
      throws SQLException {
    Path alone = folder.file("alone");
    write(alone);
    String url = folder.url("squashed.db");
    migrated(settings.locations("filesystem:" + alone), url);
    try (Connection connection = DriverManager.getConnection(url)) {
      Catalog reached = CatalogReader.read(connection, settings.leftOut());
      if (!reached.equals(catalog)
          || !rows(connection, reached).equals(rows)
          || !counters(connection, reached).equals(counters)) {
        throw RefusedException.because(
            "The migrations up to "
                + version
                + " cannot be squashed: written as one script they give something else");
      }
    }
  }

  /** Returns the file that {@link #write} writes. */
  public Path file(Path folder) {
    return folder.resolve(settings.names().baseline(version, "baseline"));
  }

  /**
   * Writes the baseline into the folder of the migrations, named and encoded according to the
   * project's settings.
   *
   * @return the file
   * @throws RefusedException if the file already exists
   * @throws UncheckedIOException if it cannot be written
   */
  public Path write(Path folder) {
    Path file = file(folder);
    Map<String, String> files = new LinkedHashMap<>();
    ScriptFiles.put(files, settings, String.valueOf(file.getFileName()), script);
    ScriptFiles.write(folder, files, settings);
    return file;
  }

  /** The rows of each table as statements, in the order of the tables. */
  private static Map<String, List<String>> rows(Connection connection, Catalog catalog)
      throws SQLException {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (Table table : Ddl.inOrder(catalog)) {
      List<String> inserts = Inserts.of(connection, table);
      if (table.isVirtual() && !inserts.isEmpty()) {
        throw RefusedException.because(
            "The virtual table %s has rows, which a baseline cannot hold".formatted(table.name()));
      }
      rows.put(table.name().text(), inserts);
    }
    return rows;
  }

  /** The counters of AUTOINCREMENT, which may stand above the highest key. */
  private static List<String> counters(Connection connection, Catalog catalog) throws SQLException {
    if (catalog.tables().stream().noneMatch(Table::autoincrement)) {
      return List.of();
    }
    return texts(
            connection,
            "SELECT 'DELETE FROM sqlite_sequence WHERE name = ' || quote(name) || char(10)"
                + " || 'INSERT INTO sqlite_sequence VALUES (' || quote(name) || ', ' || seq || ')'"
                + " FROM sqlite_sequence ORDER BY name")
        .flatMap(row -> row.lines())
        .toList();
  }

  private static Stream<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        texts.add(result.getString(1));
      }
    }
    return texts.stream();
  }
}
