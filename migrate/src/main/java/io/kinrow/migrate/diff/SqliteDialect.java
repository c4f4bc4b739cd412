package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** SQLite, from 3.53 on: older ones lack the ALTER statements that its scripts use. */
final class SqliteDialect implements Dialect {

  @Override
  public String name() {
    return "SQLite";
  }

  @Override
  public boolean handles(String url) {
    return url.startsWith("jdbc:sqlite:");
  }

  @Override
  public Catalog read(Connection connection, Set<String> leftOut) throws SQLException {
    return CatalogReader.read(connection, leftOut);
  }

  @Override
  public SchemaDiff diff(Catalog old, Catalog desired, Repeatables repeatables, DiffOptions options)
      throws SQLException {
    repeatables.refuseOthers(old, desired);
    return new PairWriter(old, desired, repeatables, options).write();
  }
}
