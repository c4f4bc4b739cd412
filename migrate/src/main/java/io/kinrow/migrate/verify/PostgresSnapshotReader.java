package io.kinrow.migrate.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the schemas of a PostgreSQL database that are not its own, through {@code pg_catalog}. */
final class PostgresSnapshotReader implements SnapshotReader {
  private static final String OURS =
      " n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ";

  private static final String RELATION =
      "CASE c.relkind WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view ' WHEN 'S' THEN"
          + " 'sequence ' ELSE 'table ' END || n.nspname || '.' || c.relname";

  /** Object and part, one query for each kind of part. */
  private static final List<String> PARTS =
      List.of(
          "SELECT "
              + RELATION
              + ", NULL FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
              + " WHERE c.relkind IN ('r', 'p', 'v', 'm') AND c.relname <> ? AND"
              + OURS,
          "SELECT "
              + RELATION
              + ", 'column ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)"
              + " || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END"
              + " || CASE WHEN a.attgenerated <> '' THEN ' generated' WHEN a.attidentity <> '' THEN"
              + " ' identity' ELSE '' END"
              + " || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')"
              + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
              + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
              + " LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
              + " WHERE c.relkind IN ('r', 'p', 'm') AND c.relname <> ? AND"
              + OURS,
          "SELECT "
              + RELATION
              + ", 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)"
              + " FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
              + " JOIN pg_namespace n ON n.oid = c.relnamespace"
              + " WHERE k.contype <> 'n' AND c.relname <> ? AND"
              + OURS,
          "SELECT "
              + RELATION
              + ", 'index ' || pg_get_indexdef(i.indexrelid)"
              + " FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
              + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relname <> ? AND"
              + OURS
              + " AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)",
          "SELECT "
              + RELATION
              + ", pg_get_viewdef(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
              + " WHERE c.relkind IN ('v', 'm') AND c.relname <> ? AND"
              + OURS,
          "SELECT "
              + RELATION
              + ", 'trigger ' || pg_get_triggerdef(t.oid) FROM pg_trigger t"
              + " JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
              + " WHERE NOT t.tgisinternal AND c.relname <> ? AND"
              + OURS,
          "SELECT 'sequence ' || s.schemaname || '.' || s.sequencename,"
              + " s.data_type || ' start ' || s.start_value || ' increment ' || s.increment_by"
              + " FROM pg_sequences s WHERE s.sequencename <> ?",
          "SELECT 'function ' || n.nspname || '.' || p.proname || '('"
              + " || pg_get_function_identity_arguments(p.oid) || ')', pg_get_functiondef(p.oid)"
              + " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
              + " WHERE p.prokind IN ('f', 'p') AND p.proname <> ? AND NOT EXISTS (SELECT 1 FROM"
              + " pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e') AND"
              + OURS,
          "SELECT 'type ' || n.nspname || '.' || t.typname, (SELECT string_agg(e.enumlabel, ', '"
              + " ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)"
              + " FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
              + " WHERE t.typtype IN ('e', 'd') AND t.typname <> ? AND"
              + OURS);

  @Override
  public Snapshot read(Connection connection, String historyTable) throws SQLException {
    Snapshot snapshot = new Snapshot();
    for (String query : PARTS) {
      try (PreparedStatement statement = connection.prepareStatement(query)) {
        statement.setString(1, historyTable);
        try (ResultSet rs = statement.executeQuery()) {
          while (rs.next()) {
            if (rs.getString(2) == null) {
              snapshot.addObject(rs.getString(1));
            } else {
              snapshot.addPart(rs.getString(1), rs.getString(2));
            }
          }
        }
      }
    }
    for (Map.Entry<String, List<String>> table : columns(connection, historyTable).entrySet()) {
      addRows(connection, table.getKey(), table.getValue(), snapshot);
    }
    return snapshot;
  }

  private static Map<String, List<String>> columns(Connection connection, String historyTable)
      throws SQLException {
    Map<String, List<String>> columns = new TreeMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT c.oid::regclass::text, a.attname FROM pg_class c"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
                + " WHERE c.relkind = 'r' AND c.relname <> ? AND"
                + OURS
                + " ORDER BY 1, a.attnum")) {
      statement.setString(1, historyTable);
      try (ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          columns.computeIfAbsent(rs.getString(1), t -> new ArrayList<>()).add(rs.getString(2));
        }
      }
    }
    return columns;
  }

  private static void addRows(
      Connection connection, String table, List<String> columns, Snapshot snapshot)
      throws SQLException {
    List<String> sorted = columns.stream().sorted().toList();
    String values =
        sorted.stream()
            .map(c -> '"' + c.replace("\"", "\"\"") + "\"::text")
            .collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("SELECT " + values + " FROM " + table)) {
      snapshot.addRows("table " + table, columns, RowDigest.of(sorted, rs));
    }
  }
}
