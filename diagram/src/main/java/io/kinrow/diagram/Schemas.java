package io.kinrow.diagram;

import io.kinrow.diagram.model.ErModel;
import io.kinrow.diagram.model.ErVersion;
import io.kinrow.diagram.read.ErSource;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.edit.DesiredSql;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of a project that can be drawn: those that its migrations give, the desired one, that
 * of a database. For one thread; scratch databases are gone when it is closed.
 *
 * <pre>{@code
 * FlywaySettings settings = FlywaySettings.defaults().locations("filesystem:db/migration");
 * try (Schemas schemas = Schemas.onSqlite(settings, Path.of("desired.sql"))) {
 *   String svg = schemas.diagram("latest").draw(DiagramFormat.SVG, LayoutOptions.defaults()).text();
 * }
 * }</pre>
 */
public final class Schemas implements AutoCloseable {

  private static final String DESIRED = "desired";
  private static final String LIVE = "live";

  private final ErSource source;
  private final FlywaySettings settings;
  private final Path desired;
  private final @Nullable ErSource liveSource;
  private final String url;

  private Schemas(
      ErSource source,
      FlywaySettings settings,
      Path desired,
      @Nullable ErSource liveSource,
      String url) {
    this.source = source;
    this.settings = settings;
    this.desired = desired;
    this.liveSource = liveSource;
    this.url = url;
  }

  /**
   * Returns those of a project on SQLite.
   *
   * @param desired the file or folder of the desired schema, which need not exist
   */
  public static Schemas onSqlite(FlywaySettings settings, Path desired) {
    return new Schemas(ErSource.sqlite(), settings, desired, null, "");
  }

  /**
   * Returns those of a project on PostgreSQL.
   *
   * @param desired the file or folder of the desired schema, which need not exist
   * @param server the JDBC URL of a database of a server on which the user may create databases
   */
  public static Schemas onPostgres(
      FlywaySettings settings, Path desired, String server, String user, String password) {
    return new Schemas(ErSource.postgres(server, user, password), settings, desired, null, "");
  }

  /**
   * Returns the same with a database that {@code live} stands for, and that is only read.
   *
   * @throws RefusedException if it is neither SQLite nor PostgreSQL
   */
  public Schemas withLive(String url, String user, String password) {
    return new Schemas(source, settings, desired, ErSource.of(url, user, password), url);
  }

  /**
   * Returns the picture of a schema. That of migrations knows the history up to there.
   *
   * @param place a version, {@code latest}, {@code none}, {@code desired} or {@code live}
   * @throws RefusedException if there is no such schema
   */
  public Diagram diagram(String place) {
    Diagram diagram =
        switch (place) {
          case DESIRED, LIVE, ErSource.NONE -> Diagram.of(title(place), model(place));
          default -> {
            ErVersion version = source.migrated(settings, place);
            yield Diagram.of("Version " + version, version.model());
          }
        };
    ErSource from = place.equals(LIVE) && liveSource != null ? liveSource : source;
    return from.hasText() ? diagram.withText(() -> text(place)) : diagram;
  }

  private DesiredSql text(String place) {
    return switch (place) {
      case DESIRED -> DesiredSql.read(desired, settings);
      case ErSource.NONE -> DesiredSql.of("");
      case LIVE -> DesiredSql.of(Schema.ofDatabase(url, settings).ddl());
      default -> DesiredSql.of(Schema.ofMigrationsUpTo(place, settings).ddl());
    };
  }

  /**
   * Returns the pictures of all versions up to one, for a page.
   *
   * @param place as above; what is not a version has no history
   */
  public Diagram history(String place) {
    if (List.of(DESIRED, LIVE, ErSource.NONE).contains(place)) {
      return diagram(place);
    }
    return Diagram.of(source.history(settings, place));
  }

  /**
   * Returns the picture of the difference between two schemas.
   *
   * @param from where it starts, as above
   * @param to where it ends, as above
   * @param renames the tables and columns that were renamed on the way
   */
  public Diagram difference(String from, String to, DiffOptions renames) {
    return Diagram.difference(
        "%s → %s".formatted(title(from), title(to)), model(from), model(to), renames);
  }

  private ErModel model(String place) {
    return switch (place) {
      case DESIRED -> source.desired(desired, settings);
      case LIVE -> live();
      default -> source.migrated(settings, place).model();
    };
  }

  private ErModel live() {
    if (liveSource == null) {
      throw RefusedException.because("There is no database to draw: name its URL");
    }
    return liveSource.live(url, settings);
  }

  private static String title(String place) {
    return switch (place) {
      case DESIRED -> "Desired schema";
      case LIVE -> "Database";
      case ErSource.NONE -> "Nothing";
      case "latest" -> "Latest version";
      default -> "Version " + place;
    };
  }

  @Override
  public void close() {
    source.close();
    if (liveSource != null) {
      liveSource.close();
    }
  }
}
