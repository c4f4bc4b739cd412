package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.CatalogMemory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.flywaydb.core.api.FlywayException;

/** Reads a snapshot of one engine's database. */
interface SnapshotReader {

  /**
   * Reads schema and rows, without Flyway's history.
   *
   * @param historyTable the table to leave out
   */
  Snapshot read(Connection connection, String historyTable) throws SQLException;

  /**
   * Reads the schema only.
   *
   * @param historyTable the table to leave out
   */
  SchemaState schema(Connection connection, String historyTable) throws SQLException;

  /**
   * The one for a database's engine.
   *
   * @param memory what was read of SQLite databases with the same tables
   */
  static SnapshotReader of(Connection connection, CatalogMemory memory) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    String name = product.toLowerCase(Locale.ROOT);
    if (name.startsWith("sqlite")) {
      return new SqliteSnapshotReader(memory);
    }
    if (name.startsWith("postgresql")) {
      return new PostgresSnapshotReader();
    }
    throw new FlywayException(
        "Undo scripts can be proved on SQLite and PostgreSQL, but not on " + product + ".");
  }
}
