package io.kinrow.diagram.read;

import io.kinrow.diagram.model.ErColumn;
import io.kinrow.diagram.model.ErModel;
import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.ErReference;
import io.kinrow.diagram.model.ErTable;
import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.LeftOut;
import io.kinrow.migrate.catalog.Name;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Asks PostgreSQL's catalogues for a model. Partitions are a part of their table. */
final class PostgresModel {

  private static final String IN_USER_SCHEMA =
      "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
          + " AND NOT c.relispartition AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE"
          + " e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid"
          + " AND e.deptype = 'e')";

  private static final String RELATIONS =
      "SELECT c.oid, n.nspname, c.relname, c.relkind::text,"
          + " (SELECT count(*) FROM pg_catalog.pg_inherits i WHERE i.inhparent = c.oid)"
          + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND "
          + IN_USER_SCHEMA;

  private static final String COLUMNS =
      "SELECT c.oid, a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),"
          + " a.attnotnull OR (t.typtype = 'd' AND t.typnotnull),"
          + " pg_catalog.pg_get_expr(d.adbin, d.adrelid), a.attidentity::text,"
          + " a.attgenerated::text"
          + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
          + " AND NOT a.attisdropped JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
          + " LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
          + " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND "
          + IN_USER_SCHEMA
          + " ORDER BY c.oid, a.attnum";

  private static final String KEYS =
      "SELECT c.oid, i.indisprimary, i.indkey::pg_catalog.int2[], i.indnkeyatts"
          + " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indrelid"
          + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE i.indisunique AND i.indpred IS NULL AND i.indexprs IS NULL AND "
          + IN_USER_SCHEMA
          + " ORDER BY c.oid, i.indkey::pg_catalog.int2[]";

  private static final String REFERENCES =
      "SELECT k.conname, k.conrelid, k.conkey, k.confrelid, k.confkey, k.confupdtype::text,"
          + " k.confdeltype::text FROM pg_catalog.pg_constraint k"
          + " JOIN pg_catalog.pg_class c ON c.oid = k.conrelid"
          + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE k.contype = 'f' AND k.conparentid = 0 AND "
          + IN_USER_SCHEMA;

  private final LeftOut leftOut;
  private final Map<Long, Relation> relations = new LinkedHashMap<>();

  private PostgresModel(LeftOut leftOut) {
    this.leftOut = leftOut;
  }

  private static final class Relation {
    final ErName name;
    final String kind;
    final long partitions;
    final Map<Integer, ErColumn> columns = new LinkedHashMap<>();
    final Set<Integer> primary = new HashSet<>();
    final Set<Integer> foreign = new HashSet<>();
    final List<List<Integer>> unique = new ArrayList<>();

    Relation(ErName name, String kind, long partitions) {
      this.name = name;
      this.kind = kind;
      this.partitions = partitions;
    }

    ErColumn column(int number) {
      return Objects.requireNonNull(columns.get(number));
    }

    List<String> names(List<Integer> numbers) {
      return numbers.stream().map(number -> column(number).name()).toList();
    }
  }

  /**
   * Reads the model of the database of a connection, which may be in a transaction. Types of the
   * schema public are written without it, whatever the search path is.
   */
  static ErModel of(Connection connection, LeftOut leftOut) throws SQLException {
    PostgresModel model = new PostgresModel(leftOut);
    try (Statement statement = connection.createStatement()) {
      String path;
      try (ResultSet row = statement.executeQuery("SELECT current_setting('search_path')")) {
        row.next();
        path = row.getString(1);
      }
      setPath(connection, "public");
      try {
        return model.read(statement);
      } finally {
        setPath(connection, path);
      }
    }
  }

  private static void setPath(Connection connection, String path) throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement("SELECT pg_catalog.set_config('search_path', ?, false)")) {
      set.setString(1, path);
      set.execute();
    }
  }

  private ErModel read(Statement statement) throws SQLException {
    relations(statement);
    columns(statement);
    keys(statement);
    List<ErReference> references = references(statement);
    return ErModel.of(relations.values().stream().map(PostgresModel::table).toList(), references);
  }

  private void relations(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(RELATIONS)) {
      while (row.next()) {
        String schema = row.getString(2);
        Name name = new Name(row.getString(3));
        if (!leftOut.has(name) && !name.key().startsWith(Catalog.PARKED)) {
          relations.put(
              row.getLong(1),
              new Relation(
                  new ErName(schema.equals("public") ? "" : schema, name.text()),
                  row.getString(4),
                  row.getLong(5)));
        }
      }
    }
  }

  private void columns(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        Relation relation = relations.get(row.getLong(1));
        if (relation != null) {
          boolean view = relation.kind.equals("v") || relation.kind.equals("m");
          relation.columns.put(
              row.getInt(2),
              new ErColumn(
                  row.getString(3),
                  row.getString(4),
                  row.getBoolean(5) || view,
                  false,
                  false,
                  false,
                  note(row)));
        }
      }
    }
  }

  private static String note(ResultSet row) throws SQLException {
    String expression = row.getString(6);
    String identity = row.getString(7);
    if (!identity.isEmpty()) {
      return "generated " + (identity.equals("a") ? "always" : "by default") + " as identity";
    }
    if (expression == null) {
      return "";
    }
    return (row.getString(8).isEmpty() ? "default " : "generated as ") + expression;
  }

  private void keys(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(KEYS)) {
      while (row.next()) {
        Relation relation = relations.get(row.getLong(1));
        if (relation == null) {
          continue;
        }
        List<Integer> key = numbers(row, 3).subList(0, row.getInt(4));
        if (row.getBoolean(2)) {
          relation.primary.addAll(key);
        } else if (!relation.unique.contains(key)) {
          relation.unique.add(key);
        }
      }
    }
  }

  private List<ErReference> references(Statement statement) throws SQLException {
    List<ErReference> references = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(REFERENCES)) {
      while (row.next()) {
        Relation child = relations.get(row.getLong(2));
        Relation parent = relations.get(row.getLong(4));
        if (child == null || parent == null) {
          continue;
        }
        List<Integer> columns = numbers(row, 3);
        child.foreign.addAll(columns);
        references.add(
            new ErReference(
                row.getString(1),
                child.name,
                child.names(columns),
                parent.name,
                parent.names(numbers(row, 5)),
                action(row.getString(6)),
                action(row.getString(7)),
                columns.stream().anyMatch(number -> !child.column(number).notNull()),
                isUnique(child, columns)));
      }
    }
    return references;
  }

  private static boolean isUnique(Relation child, List<Integer> columns) {
    return child.unique.stream().anyMatch(columns::containsAll)
        || (!child.primary.isEmpty() && columns.containsAll(child.primary));
  }

  private static String action(String letter) {
    return switch (letter) {
      case "r" -> "RESTRICT";
      case "c" -> "CASCADE";
      case "n" -> "SET NULL";
      case "d" -> "SET DEFAULT";
      default -> "NO ACTION";
    };
  }

  /** Of an int2[] that may count from 0, as the driver gives it. */
  private static List<Integer> numbers(ResultSet row, int column) throws SQLException {
    Object[] numbers = (Object[]) row.getArray(column).getArray();
    return Arrays.stream(numbers).map(number -> ((Number) number).intValue()).toList();
  }

  private static ErTable table(Relation relation) {
    List<ErColumn> columns = new ArrayList<>();
    relation.columns.forEach(
        (number, column) ->
            columns.add(
                new ErColumn(
                    column.name(),
                    column.type(),
                    column.notNull(),
                    relation.primary.contains(number),
                    relation.foreign.contains(number),
                    relation.unique.contains(List.of(number)),
                    column.note())));
    ErTable.Kind kind =
        switch (relation.kind) {
          case "v" -> ErTable.Kind.VIEW;
          case "m" -> ErTable.Kind.MATERIALIZED_VIEW;
          case "f" -> ErTable.Kind.FOREIGN_TABLE;
          default -> ErTable.Kind.TABLE;
        };
    String note =
        relation.kind.equals("p")
            ? "partitioned, "
                + relation.partitions
                + (relation.partitions == 1 ? " partition" : " partitions")
            : "";
    return new ErTable(
        relation.name, kind, columns, relation.unique.stream().map(relation::names).toList(), note);
  }
}
