package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.LeftOut;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.plan.Repeatables;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.write.Pair;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jetbrains.annotations.ApiStatus;

/**
 * What a kind of database must know so that its schemas can be compared. SQLite is the one there
 * is; the next implements this and is named in {@link #ALL}. Implementations are stateless.
 */
public interface SchemaEngine {

  /** SQLite. */
  SchemaEngine SQLITE = new SqliteSchemaEngine();

  /** All kinds there are. */
  List<SchemaEngine> ALL = List.of(SQLITE);

  /** Returns its name, {@code SQLite}. */
  String name();

  /** Returns whether databases of this URL are of its kind. */
  boolean handles(String url);

  /**
   * Reads the catalogue of a database.
   *
   * @param leftOut what is not a part of the schema, such as Flyway's history
   * @hidden
   */
  @ApiStatus.Internal
  Catalog read(Connection connection, LeftOut leftOut) throws SQLException;

  /**
   * Writes and proves the scripts that lead from one schema to another and back.
   *
   * @param repeatables what repeatable migrations made of the old one: no script mentions it
   * @throws RefusedException when something is missing that only the user can say
   * @hidden
   */
  @ApiStatus.Internal
  Pair diff(Catalog old, Catalog desired, Repeatables repeatables, DiffOptions options)
      throws SQLException;

  /** Returns whether schemas of databases of this URL can be compared. */
  static boolean compares(String url) {
    return ALL.stream().anyMatch(engine -> engine.handles(url));
  }

  /**
   * Returns the kind of database that a URL names.
   *
   * @throws RefusedException when there is none for it
   */
  static SchemaEngine of(String url) {
    return ALL.stream()
        .filter(engine -> engine.handles(url))
        .findFirst()
        .orElseThrow(
            () ->
                RefusedException.because(
                    url + ": so far, only SQLite schemas can be compared (jdbc:sqlite:…)"));
  }
}
