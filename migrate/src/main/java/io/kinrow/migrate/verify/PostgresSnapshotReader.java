package io.kinrow.migrate.verify;

import io.kinrow.migrate.postgres.DatabaseObjects;
import io.kinrow.migrate.postgres.PlainReading;
import io.kinrow.migrate.sql.Names;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the schemas of a PostgreSQL database that are not its own, and their rows. */
final class PostgresSnapshotReader implements SnapshotReader {
  @Override
  public Snapshot read(Connection connection, String historyTable) throws SQLException {
    return PlainReading.of(
        connection,
        statement -> {
          Snapshot snapshot =
              new Snapshot(new PostgresSchema(DatabaseObjects.read(connection, historyTable)));
          for (Table table : tables(connection, historyTable)) {
            table.addRows(statement, snapshot);
          }
          addCounters(statement, snapshot);
          return snapshot;
        });
  }

  @Override
  public SchemaState schema(Connection connection, String historyTable) throws SQLException {
    return PlainReading.of(
        connection,
        statement -> new PostgresSchema(DatabaseObjects.read(connection, historyTable)));
  }

  /** Sequences where they stand; PostgreSQL's catalogues do not tell 1 from not yet 1. */
  private static void addCounters(Statement statement, Snapshot snapshot) throws SQLException {
    String positions;
    try (ResultSet rs =
        statement.executeQuery(
            "SELECT string_agg(format('SELECT %L, last_value, is_called FROM %s', s.seqrelid"
                + "::regclass::text, s.seqrelid::regclass), ' UNION ALL ') FROM pg_sequence s")) {
      rs.next();
      positions = rs.getString(1);
    }
    if (positions == null) {
      return;
    }
    try (ResultSet rs = statement.executeQuery(positions)) {
      while (rs.next()) {
        String name = rs.getString(1);
        snapshot.addCounter(
            "sequence " + name,
            new Snapshot.Counter(
                (rs.getBoolean(3) ? "after " : "before ") + rs.getLong(2),
                "SELECT setval("
                    + Names.literal(name)
                    + ", "
                    + rs.getLong(2)
                    + ", "
                    + rs.getBoolean(3)
                    + ")"));
      }
    }
  }

  private record PostgresSchema(DatabaseObjects objects) implements SchemaState {
    @Override
    public boolean isEmpty() {
      return objects.isEmpty();
    }

    @Override
    public List<String> differences(SchemaState actual) {
      return objects.differences(((PostgresSchema) actual).objects);
    }

    @Override
    public List<String> notCompared() {
      return objects.notCompared();
    }
  }

  /** Tables and materialized views that hold rows of their own; not those of extensions. */
  private static List<Table> tables(Connection connection, String historyTable)
      throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT c.oid::regclass::text, c.relkind = 'm', pg_relation_size(c.oid) = 0,"
                + " ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid"
                + " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum)"
                + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE c.relkind IN ('r', 'm') AND c.relispopulated AND c.relname <> ?"
                + " AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
                + " AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass"
                + " AND e.objid = c.oid AND e.deptype = 'e') ORDER BY 1")) {
      statement.setString(1, historyTable);
      try (ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          List<String> columns = List.of((String[]) rs.getArray(4).getArray());
          tables.add(new Table(rs.getString(1), rs.getBoolean(2), rs.getBoolean(3), columns));
        }
      }
    }
    return tables;
  }

  private record Table(String name, boolean isView, boolean isEmpty, List<String> columns) {

    void addRows(Statement statement, Snapshot snapshot) throws SQLException {
      List<String> sorted = columns.stream().sorted().toList();
      snapshot.addRows(
          (isView ? "materialized view " : "table ") + name, columns, digest(statement, sorted));
    }

    private RowDigest digest(Statement statement, List<String> sorted) throws SQLException {
      if (isEmpty) { // most tables of a scratch database never had a row
        return RowDigest.none(sorted);
      }
      String values =
          sorted.stream().map(c -> Names.quoted(c) + "::text").collect(Collectors.joining(", "));
      try (ResultSet rs = statement.executeQuery("SELECT " + values + " FROM ONLY " + name)) {
        return RowDigest.of(sorted, rs);
      }
    }
  }
}
