package io.kinrow.maven;

import io.kinrow.queries.describe.Describer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.meta.jaxb.Database;

/**
 * Where scratch databases come from, one class per engine, and one for databases of the user's. All
 * that differs between engines in this plugin is decided there; {@link EngineName} chooses.
 */
interface Engine {

  /** Its name and version, for comparison with the last run: another engine, another result. */
  String identity();

  /**
   * What a script says that leaves a later one something beside the database, so that a copy of the
   * database would not do for the later one. Nothing where databases cannot be copied.
   */
  Optional<Pattern> beyondTheDatabase();

  /** The file or folder of a scratch database. */
  Path scratch(Path work);

  /** The file or folder of the copy that is kept for the next run. */
  Path kept(Path work);

  /** The number of bytes above which a copy is not worth the disk space. */
  long mostKept();

  /** A hash that tells whether the files that are kept are those that were kept. */
  String stamp(Path kept) throws IOException;

  /** Keeps a scratch database, where nothing is kept yet. It is closed, and its work is done. */
  void keep(Path scratch, Path kept) throws IOException;

  /** Deletes a scratch database that may be there. */
  void clear(Path scratch) throws IOException;

  /** Opens the scratch database that is there or, where there is none, an empty one. */
  OpenDatabase open(Path scratch) throws IOException;

  /** Deletes what of a closed scratch database is of no use to anybody. */
  void tidy(Path scratch) throws IOException;

  /**
   * Makes sure that a server of the user's is not too old.
   *
   * @throws GenerationException if it is
   */
  default void refuseOld(DataSource server) {}

  /**
   * What is in a server of the user's.
   *
   * @param flyway is about to migrate it
   */
  default Contents contents(Flyway flyway) {
    return Contents.of(flyway);
  }

  /**
   * Makes sure that such schemas can be generated.
   *
   * @param schemas those that were listed, if any
   * @throws GenerationException if they cannot
   */
  void check(List<String> schemas);

  /**
   * Tells jOOQ how to read it.
   *
   * @param migrated the database
   * @param schemas the ones to generate
   * @throws GenerationException if one of them does not exist
   */
  void tell(Database jooq, Connection migrated, List<String> schemas) throws SQLException;

  /**
   * Who tells what declared queries return.
   *
   * @param migrated the database
   * @param schemas those that names without a schema are looked for in
   * @throws GenerationException if nobody can, on this engine
   */
  Describer describer(Connection migrated, List<String> schemas) throws SQLException;

  /**
   * The values of text columns whose CHECK constraints list them, by {@code table.column}, with the
   * schema before it where there are several.
   */
  default Map<String, Set<String>> checkedLiterals(Connection migrated) throws SQLException {
    return Map.of();
  }

  /** The names of the tables and views of each schema, where there are several schemas. */
  default Map<String, List<String>> tables(Connection migrated) throws SQLException {
    return Map.of();
  }
}
