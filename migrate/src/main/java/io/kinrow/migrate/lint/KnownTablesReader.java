package io.kinrow.migrate.lint;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogMemory;
import io.kinrow.migrate.catalog.CatalogReader;
import io.kinrow.migrate.catalog.LeftOut;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Reads the tables of a database again and again, each only when it has changed. */
final class KnownTablesReader {

  private final LeftOut leftOut;
  private final CatalogMemory memory = new CatalogMemory();

  /**
   * @param leftOut such as Flyway's history
   */
  KnownTablesReader(LeftOut leftOut) {
    this.leftOut = leftOut;
  }

  KnownTables read(Connection connection) throws SQLException {
    Catalog catalog = CatalogReader.read(connection, leftOut, memory);
    Map<Name, Table> tables = new TreeMap<>();
    catalog.tables().forEach(table -> tables.put(table.name(), table));
    return new KnownTables(tables, catalog.parked());
  }
}
