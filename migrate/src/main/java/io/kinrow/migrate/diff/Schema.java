package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.LeftOut;
import io.kinrow.migrate.compare.ColumnOrder;
import io.kinrow.migrate.compare.Comparison;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.plan.Repeatables;
import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.HiddenRepeatables;
import io.kinrow.migrate.settings.ProjectScripts;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.settings.ScratchFile;
import io.kinrow.migrate.settings.SqlFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.Nullable;

/**
 * A schema and its origin. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * Schema desired = Schema.ofDdl(Path.of("schema/desired.sql"));
 * Schema migrated = Schema.ofMigrations("filesystem:schema/src/main/resources/db/migration");
 * Schema live = Schema.ofDatabase("jdbc:sqlite:microblog.db");
 * }</pre>
 *
 * @param catalog its tables, indexes, views and triggers
 * @param origin where it came from, for messages
 * @param engine the kind of database that it is for
 * @param repeatables the part that repeatable migrations made, if it came from migrations
 * @param renames the former names given in its text, such as {@code -- kinrow:was nick} after a
 *     column or a table's name
 */
public record Schema(
    Catalog catalog,
    String origin,
    SchemaEngine engine,
    Repeatables repeatables,
    DiffOptions renames) {

  /**
   * Called by the factory methods.
   *
   * @hidden
   */
  @ApiStatus.Internal
  public Schema {}

  /**
   * Creates a schema of which nothing more is known.
   *
   * @hidden
   */
  @ApiStatus.Internal
  public Schema(Catalog catalog, String origin, SchemaEngine engine) {
    this(catalog, origin, engine, Repeatables.NONE, DiffOptions.defaults());
  }

  /**
   * The part that repeatable migrations made.
   *
   * @hidden
   */
  @Override
  @ApiStatus.Internal
  public Repeatables repeatables() {
    return repeatables;
  }

  /**
   * Returns a schema written as {@code CREATE} statements, in a file or in the {@code .sql} files
   * of a folder and its subfolders. The order of the statements does not matter.
   *
   * @throws RefusedException if a statement is not a {@code CREATE} statement or if SQLite refuses
   *     it; the message names its file and line
   */
  public static Schema ofDdl(Path fileOrFolder) {
    return ofDdl(fileOrFolder, FlywaySettings.defaults());
  }

  /**
   * Returns a schema written as {@code CREATE} statements. Flyway's history table, which the dump
   * of a live database contains, is left out.
   *
   * @throws RefusedException like {@link #ofDdl(Path)}
   */
  public static Schema ofDdl(Path fileOrFolder, FlywaySettings settings) {
    if (!Files.exists(fileOrFolder)) {
      throw new RefusedException(List.of("There is no file or folder " + fileOrFolder));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    SqlFiles.in(fileOrFolder).forEach(file -> texts.put(file.toString(), read(file)));
    return DdlScript.of(texts, fileOrFolder.toString()).schema(settings.leftOut());
  }

  /**
   * Returns a schema written as {@code CREATE} statements in a string.
   *
   * @throws RefusedException like {@link #ofDdl(Path)}
   */
  public static Schema ofSql(String sql) {
    return DdlScript.of(Map.of("SQL", sql), "SQL").schema(FlywaySettings.defaults().leftOut());
  }

  /**
   * Returns the schema that migrations give when Flyway runs them on a scratch database.
   *
   * @param locations in Flyway's notation, such as {@code filesystem:db/migration}
   * @throws org.flywaydb.core.api.FlywayException if a migration fails
   */
  public static Schema ofMigrations(String... locations) {
    return ofMigrations(FlywaySettings.defaults().locations(locations));
  }

  /**
   * Returns the schema that migrations give when Flyway runs them on a scratch database, with the
   * project's settings.
   *
   * @throws org.flywaydb.core.api.FlywayException if a migration fails or is misnamed, or if a
   *     placeholder has no value
   */
  public static Schema ofMigrations(FlywaySettings settings) {
    return migrated(settings, String.join(", ", settings.locations()));
  }

  /**
   * Returns the schema that the migrations up to a version give.
   *
   * @param version the last version to apply, or {@code latest}
   */
  public static Schema ofMigrationsUpTo(String version, String... locations) {
    return ofMigrationsUpTo(version, FlywaySettings.defaults().locations(locations));
  }

  /**
   * Returns the schema that the migrations up to a version give, like {@link
   * #ofMigrations(FlywaySettings)}.
   *
   * @param version the last version to apply, or {@code latest}
   */
  public static Schema ofMigrationsUpTo(String version, FlywaySettings settings) {
    String upTo = version.equals("latest") ? "" : " up to " + version;
    return migrated(settings.target(version), String.join(", ", settings.locations()) + upTo);
  }

  private static Schema migrated(FlywaySettings settings, String origin) {
    new ProjectScripts(settings).refuseMisnamed();
    try (ScratchFile file = new ScratchFile()) {
      Catalog versioned = versioned(settings, file.url());
      Explained.of(() -> settings.onScratch(file.url()).load().migrate());
      Schema reached = ofDatabase(file.url(), settings);
      Repeatables repeatables =
          versioned == null ? Repeatables.NONE : Repeatables.between(versioned, reached.catalog());
      return new Schema(
          reached.catalog(), origin, reached.engine(), repeatables, DiffOptions.defaults());
    }
  }

  /** What the versioned migrations alone make; null where there are no others. */
  private static @Nullable Catalog versioned(FlywaySettings settings, String url) {
    FluentConfiguration flyway = settings.onScratch(url);
    MigrationInfo[] pending =
        Explained.of(
            () ->
                new FluentConfiguration(flyway.getClassLoader())
                    .configuration(flyway)
                    .callbacks(new Callback[0])
                    .skipDefaultCallbacks(true)
                    .load()
                    .info()
                    .pending());
    if (Arrays.stream(pending).allMatch(migration -> migration.getVersion() != null)) {
      return null;
    }
    Explained.of(() -> HiddenRepeatables.in(flyway).load().migrate());
    return ofDatabase(url, settings).catalog();
  }

  /**
   * Returns the current schema of a database, without the table {@code flyway_schema_history}. The
   * database is only read.
   *
   * @param url a JDBC URL, such as {@code jdbc:sqlite:microblog.db}
   * @throws RefusedException if the database cannot be read
   */
  public static Schema ofDatabase(String url) {
    return ofDatabase(url, FlywaySettings.defaults());
  }

  /**
   * Returns the current schema of a database, without Flyway's history table. The database is only
   * read.
   *
   * @param url a JDBC URL, such as {@code jdbc:sqlite:microblog.db}
   * @throws RefusedException if the database cannot be read
   */
  public static Schema ofDatabase(String url, FlywaySettings settings) {
    SchemaEngine engine = SchemaEngine.of(url);
    refuseMissing(url);
    try (Connection connection = DriverManager.getConnection(url)) {
      return new Schema(engine.read(connection, settings.leftOut()), url, engine);
    } catch (SQLException e) {
      throw new RefusedException(List.of(url + " cannot be read: " + e.getMessage()));
    }
  }

  /** SQLite would make the file. */
  private static void refuseMissing(String url) {
    String path = url.replaceFirst("^jdbc:sqlite:", "").replaceFirst("[?].*$", "");
    boolean isFile = !path.isEmpty() && !path.startsWith(":") && !path.startsWith("file:");
    if (url.startsWith("jdbc:sqlite:") && isFile && !Files.exists(Path.of(path))) {
      throw RefusedException.because("There is no database " + path);
    }
  }

  /**
   * Returns the schema as {@code CREATE} statements, each after those that it needs: a {@code
   * desired.sql} from which {@link #ofDdl(Path)} reads the same schema.
   *
   * @throws RefusedException if it would read a different schema
   */
  public String ddl() {
    String ddl = Ddl.of(catalog);
    Schema read = DdlScript.of(Map.of(origin, ddl), origin).schema(LeftOut.NOTHING);
    List<Difference> differences = Comparison.of(catalog, read.catalog(), ColumnOrder.EXACT);
    if (!differences.isEmpty() || !read.catalog().equals(catalog)) {
      throw new RefusedException(
          List.of(origin + " cannot be written as CREATE statements: " + differences));
    }
    return ddl;
  }

  /**
   * Reads the text of a file.
   *
   * @hidden
   */
  @ApiStatus.Internal
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new RefusedException(List.of(file + " cannot be read: " + e.getMessage()));
    }
  }
}
