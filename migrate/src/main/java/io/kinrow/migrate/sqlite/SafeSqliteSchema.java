package io.kinrow.migrate.sqlite;

import java.sql.SQLException;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.internal.database.base.Schema;
import org.flywaydb.core.internal.jdbc.JdbcTemplate;

/** The schema {@code main}, or an attached one. */
final class SafeSqliteSchema extends Schema<SafeSqliteDatabase, SafeSqliteTable> {
  private static final Log LOG = LogFactory.getLog(SafeSqliteSchema.class);

  SafeSqliteSchema(JdbcTemplate jdbc, SafeSqliteDatabase database, String name) {
    super(jdbc, database, name);
  }

  @Override
  protected boolean doExists() {
    try {
      doAllTables();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  protected boolean doEmpty() throws SQLException {
    return jdbcTemplate.queryForInt(
            "SELECT count(*) FROM "
                + master()
                + " WHERE type = 'table' AND tbl_name NOT IN ('android_metadata', 'sqlite_sequence')")
        == 0;
  }

  @Override
  protected void doCreate() {
    LOG.info("SQLite does not support creating schemas. Schema not created: " + name);
  }

  @Override
  protected void doDrop() {
    LOG.info("SQLite does not support dropping schemas. Schema not dropped: " + name);
  }

  @Override
  protected void doClean() throws SQLException {
    // dropping a parent before its children is an error only if it still is one at the commit
    jdbcTemplate.execute("PRAGMA defer_foreign_keys = ON");
    for (String view : names("view")) {
      jdbcTemplate.execute("DROP VIEW " + database.quote(name, view));
    }
    for (SafeSqliteTable table : allTables()) {
      table.drop();
    }
    if (getTable(SafeSqliteTable.SEQUENCE).exists()) {
      jdbcTemplate.execute("DELETE FROM " + SafeSqliteTable.SEQUENCE);
    }
  }

  @Override
  protected SafeSqliteTable[] doAllTables() throws SQLException {
    return names("table").stream().map(this::getTable).toArray(SafeSqliteTable[]::new);
  }

  @Override
  public SafeSqliteTable getTable(String tableName) {
    return new SafeSqliteTable(jdbcTemplate, database, this, tableName);
  }

  private java.util.List<String> names(String type) throws SQLException {
    return jdbcTemplate.queryForStringList(
        "SELECT tbl_name FROM " + master() + " WHERE type = '" + type + "'");
  }

  private String master() {
    return database.quote(name) + ".sqlite_master";
  }
}
