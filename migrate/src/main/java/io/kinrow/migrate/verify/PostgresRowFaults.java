package io.kinrow.migrate.verify;

import io.kinrow.migrate.verify.FaultCount.Fault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts the rows of PostgreSQL tables that the next schema of the same tables would refuse. */
final class PostgresRowFaults {

  /** Tables of users, each partitioned one as a whole. */
  private static final String TABLES =
      "c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace IN (SELECT oid FROM"
          + " pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')";

  private static final String COLUMNS =
      "SELECT c.oid::regclass::text, quote_ident(a.attname), a.attnotnull, a.atthasdef OR"
          + " a.attidentity <> '', format_type(a.atttypid, a.atttypmod) FROM pg_attribute a JOIN"
          + " pg_class c ON c.oid = a.attrelid WHERE a.attnum > 0 AND NOT a.attisdropped AND "
          + TABLES
          + " ORDER BY 1, a.attnum";

  /** The parts as they are grouped: of another collation than the column's, with its name. */
  private static final String UNIQUE_KEYS =
      "SELECT c.oid::regclass::text, ARRAY(SELECT pg_get_indexdef(i.indexrelid, k, true) FROM"
          + " generate_series(1, i.indnkeyatts) k), ARRAY(SELECT CASE WHEN i.indcollation[k - 1] IN"
          + " (0, 100) THEN '' ELSE ' COLLATE ' || i.indcollation[k - 1]::regcollation::text END"
          + " FROM generate_series(1, i.indnkeyatts) k), pg_get_expr(i.indpred, i.indrelid),"
          + " coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) FROM pg_index i"
          + " JOIN pg_class c ON c.oid = i.indrelid WHERE i.indisunique AND "
          + TABLES
          + " ORDER BY 1, i.indexrelid::regclass::text";

  private static final String FOREIGN_KEYS =
      "SELECT c.oid::regclass::text, f.confrelid::regclass::text, ARRAY(SELECT"
          + " quote_ident(a.attname) FROM unnest(f.conkey) WITH ORDINALITY k (n, i) JOIN"
          + " pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.n ORDER BY k.i),"
          + " ARRAY(SELECT quote_ident(a.attname) FROM unnest(f.confkey) WITH ORDINALITY k (n, i)"
          + " JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.n ORDER BY k.i),"
          + " ARRAY(SELECT format('OPERATOR(%I.%s)', n.nspname, o.oprname) FROM"
          + " unnest(f.conpfeqop) WITH ORDINALITY k (n, i) JOIN pg_operator o ON o.oid = k.n JOIN"
          + " pg_namespace n ON n.oid = o.oprnamespace ORDER BY k.i), f.confmatchtype = 'f' FROM"
          + " pg_constraint f JOIN pg_class c ON c.oid = f.conrelid WHERE f.contype = 'f' AND"
          + " f.convalidated AND "
          + TABLES
          + " ORDER BY 1, f.conname";

  private static final String CHECKS =
      "SELECT c.oid::regclass::text, pg_get_expr(k.conbin, k.conrelid) FROM pg_constraint k JOIN"
          + " pg_class c ON c.oid = k.conrelid WHERE k.contype = 'c' AND k.convalidated AND "
          + TABLES
          + " ORDER BY 1, k.conname";

  /** A value goes the way that it takes when it is assigned to a column of the new type. */
  private static final String FITS =
      "CREATE FUNCTION pg_temp.kinrow_fits(v %s) RETURNS boolean LANGUAGE plpgsql AS $kinrow$ BEGIN"
          + " DECLARE x %s := v; BEGIN RETURN true; END; EXCEPTION WHEN OTHERS THEN RETURN false;"
          + " END $kinrow$";

  private PostgresRowFaults() {}

  /**
   * Counts them.
   *
   * @param copy the rows, with the schema before
   * @param migrated a database of the schema after
   */
  static List<String> list(Scratch copy, Scratch migrated) {
    Rules after = migrated.connected(Rules::read);
    return copy.connected(
        connection -> {
          Rules before = Rules.read(connection);
          FaultCount faults = new FaultCount(connection);
          nulls(before, after, faults);
          after.rules.keySet().removeAll(before.rules.keySet());
          after.rules.values().forEach(rule -> faults.count(rule.from, rule.number, rule.what));
          types(before, after, connection, faults);
          return faults.list();
        });
  }

  /**
   * What rows must fulfil in one schema.
   *
   * @param columns by table and name
   * @param rules by the query that counts rows which break them
   */
  private record Rules(Map<String, Column> columns, Map<String, Rule> rules) {

    static Rules read(Connection connection) throws SQLException {
      Rules read = new Rules(new LinkedHashMap<>(), new LinkedHashMap<>());
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET search_path = ''"); // or names would lack their schema
        read.addColumns(statement);
        read.addUniqueKeys(statement);
        read.addForeignKeys(statement);
        read.addChecks(statement);
      }
      return read;
    }

    private void addColumns(Statement statement) throws SQLException {
      try (ResultSet rs = statement.executeQuery(COLUMNS)) {
        while (rs.next()) {
          Column column =
              new Column(
                  rs.getString(1),
                  rs.getString(2),
                  rs.getBoolean(3),
                  rs.getBoolean(4),
                  rs.getString(5));
          columns.put(column.table + "." + column.name, column);
        }
      }
    }

    private void addUniqueKeys(Statement statement) throws SQLException {
      try (ResultSet rs = statement.executeQuery(UNIQUE_KEYS)) {
        while (rs.next()) {
          String table = rs.getString(1);
          List<String> parts = strings(rs, 2);
          List<String> collations = strings(rs, 3);
          List<String> conditions = new ArrayList<>();
          @Nullable String where = rs.getString(4);
          if (where != null) {
            conditions.add("(" + where + ")");
          }
          if (!rs.getBoolean(5)) {
            parts.forEach(part -> conditions.add(part + " IS NOT NULL"));
          }
          String groups =
              IntStream.range(0, parts.size())
                  .mapToObj(i -> parts.get(i) + collations.get(i))
                  .collect(Collectors.joining(", "));
          add(
              "FROM (SELECT count(*) AS n FROM %s%s GROUP BY %s HAVING count(*) > 1) AS same"
                  .formatted(
                      table,
                      conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions),
                      groups),
              "coalesce(sum(n), 0)",
              Fault.DUPLICATE.of(table, String.join(", ", parts)));
        }
      }
    }

    private void addForeignKeys(Statement statement) throws SQLException {
      try (ResultSet rs = statement.executeQuery(FOREIGN_KEYS)) {
        while (rs.next()) {
          List<String> columns = strings(rs, 3);
          List<String> parents = strings(rs, 4);
          List<String> operators = strings(rs, 5);
          String same =
              IntStream.range(0, columns.size())
                  .mapToObj(
                      i ->
                          "parent.%s %s child.%s"
                              .formatted(parents.get(i), operators.get(i), columns.get(i)))
                  .collect(Collectors.joining(" AND "));
          String all = columns.stream().map(c -> "child." + c).collect(Collectors.joining(", "));
          String present =
              rs.getBoolean(6) ? "num_nonnulls(" + all + ") > 0" : "num_nulls(" + all + ") = 0";
          add(
              "FROM %s AS child WHERE %s AND NOT EXISTS (SELECT FROM %s AS parent WHERE %s)"
                  .formatted(rs.getString(1), present, rs.getString(2), same),
              "count(*)",
              Fault.ORPHAN.of(rs.getString(1), String.join(", ", columns), rs.getString(2)));
        }
      }
    }

    private void addChecks(Statement statement) throws SQLException {
      try (ResultSet rs = statement.executeQuery(CHECKS)) {
        while (rs.next()) {
          add(
              "FROM %s WHERE NOT (%s)".formatted(rs.getString(1), rs.getString(2)),
              "count(*)",
              Fault.CHECK.of(rs.getString(1), withoutParentheses(rs.getString(2))));
        }
      }
    }

    private void add(String from, String number, String what) {
      rules.put(from, new Rule(from, number, what));
    }
  }

  private record Column(String table, String name, boolean notNull, boolean filled, String type) {}

  private record Rule(String from, String number, String what) {}

  private static void nulls(Rules before, Rules after, FaultCount faults) {
    after.columns.forEach(
        (name, column) -> {
          Column old = before.columns.get(name);
          if (column.notNull && old != null && !old.notNull) {
            faults.count(
                "FROM " + column.table + " WHERE " + column.name + " IS NULL",
                Fault.NULL_BEFORE.of(column.table, column.name));
          } else if (column.notNull && old == null && !column.filled) {
            faults.count("FROM " + column.table, Fault.NEW_COLUMN.of(column.table, column.name));
          }
        });
  }

  private static void types(Rules before, Rules after, Connection connection, FaultCount faults)
      throws SQLException {
    for (Map.Entry<String, Column> entry : after.columns.entrySet()) {
      Column column = entry.getValue();
      Column old = before.columns.get(entry.getKey());
      if (old == null || old.type.equals(column.type)) {
        continue;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(FITS.formatted(old.type, column.type));
        faults.count(
            "FROM %s WHERE %s IS NOT NULL AND NOT pg_temp.kinrow_fits(%s)"
                .formatted(column.table, column.name, column.name),
            Fault.TYPE.of(column.table, column.name, column.type));
        statement.execute("DROP FUNCTION pg_temp.kinrow_fits");
      } catch (SQLException e) {
        // the script makes the type first: only the run itself can tell
      }
    }
  }

  private static List<String> strings(ResultSet rs, int column) throws SQLException {
    return List.of((String[]) rs.getArray(column).getArray());
  }

  /** PostgreSQL writes a check in them. */
  private static String withoutParentheses(String text) {
    return text.startsWith("(") && text.endsWith(")") && text.indexOf(')') == text.length() - 1
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
