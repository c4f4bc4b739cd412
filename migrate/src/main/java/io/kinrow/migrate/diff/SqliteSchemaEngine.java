package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogReader;
import io.kinrow.migrate.catalog.LeftOut;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.plan.Repeatables;
import io.kinrow.migrate.write.Pair;
import io.kinrow.migrate.write.PairWriter;
import java.sql.Connection;
import java.sql.SQLException;

/** SQLite, from 3.53 on: older ones lack the ALTER statements that its scripts use. */
final class SqliteSchemaEngine implements SchemaEngine {

  @Override
  public String name() {
    return "SQLite";
  }

  @Override
  public boolean handles(String url) {
    return url.startsWith("jdbc:sqlite:");
  }

  @Override
  public Catalog read(Connection connection, LeftOut leftOut) throws SQLException {
    return CatalogReader.read(connection, leftOut);
  }

  @Override
  public Pair diff(Catalog old, Catalog desired, Repeatables repeatables, DiffOptions options)
      throws SQLException {
    repeatables.refuseOthers(old, desired);
    return new PairWriter(old, desired, repeatables, options).write();
  }
}
