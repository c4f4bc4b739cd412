package io.kinrow.maven;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schemas of a PostgreSQL database, without those of PostgreSQL itself and without what
 * extensions bring along. Asks anew each time.
 */
final class PostgresSchemas {

  private static final String ALL =
      "select nspname from pg_namespace n"
          + " where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'";

  /** Its row in pg_class does not say if it belongs to an extension. */
  private static final String COMPOSITE =
      "o.typtype = 'c' and exists (select from pg_class c where c.oid = o.typrelid and c.relkind = 'c')";

  private static final String USED =
      ALL
          + " and ("
          + used("pg_class", "relnamespace", "o.relkind in ('r', 'p', 'v', 'm', 'f', 'S')")
          + " or "
          + used("pg_proc", "pronamespace", "true")
          + " or "
          + used("pg_type", "typnamespace", "(o.typtype in ('e', 'd', 'r') or " + COMPOSITE + ")")
          + ")";

  private static final String TABLES =
      "select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
          + " where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'"
          + " and c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition"
          + " and "
          + ownOf("pg_class", "c")
          + " order by 1, 2";

  private static final String HOLDING =
      "select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
          + " where c.relname = ? and c.relkind = 'r' order by 1";

  private final Connection connection;

  PostgresSchemas(Connection connection) {
    this.connection = connection;
  }

  private static String used(String catalogue, String namespace, String condition) {
    return "exists (select from %s o where o.%s = n.oid and %s and %s)"
        .formatted(catalogue, namespace, condition, ownOf(catalogue, "o"));
  }

  private static String ownOf(String catalogue, String alias) {
    return "not exists (select from pg_depend d where d.objid = %s.oid and d.classid = '%s'::regclass and d.deptype = 'e')"
        .formatted(alias, catalogue);
  }

  /** The names of all schemas. */
  List<String> all() throws SQLException {
    return names(ALL + " order by 1");
  }

  /** The names of those that have something in them. */
  List<String> used() throws SQLException {
    return names(USED + " order by 1");
  }

  /** The schema that has a table of this name; the first by name, if there are several. */
  Optional<String> holding(String table) throws SQLException {
    return names(HOLDING, table).stream().findFirst();
  }

  private List<String> names(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      List<String> names = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      return names;
    }
  }

  /** The names of the tables and views of each schema that has any. */
  Map<String, List<String>> tables() throws SQLException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.computeIfAbsent(rows.getString(1), name -> new ArrayList<>()).add(rows.getString(2));
      }
    }
    return tables;
  }

  /** Drops a schema and all that is in it. */
  void drop(String schema) throws SQLException {
    execute("drop schema " + quoted(schema) + " cascade");
  }

  /** Drops a table, if there is one. */
  void dropTable(String schema, String table) throws SQLException {
    execute("drop table if exists " + quoted(schema) + "." + quoted(table));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
