package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.sql.CreateTable;
import io.kinrow.migrate.sql.Names;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tries an undo that brings columns back on rows that changed since the migration: one deleted, one
 * deleted and made again under its key, one new, the table made anew by hand where that changes row
 * ids, all vacuumed, dumped and loaded. No row may get the value of another one, none that was
 * deleted may be back. A value counts as kept, and not computed, where a new row gets none of its
 * kind.
 */
final class ChangedRows {
  private static final int MOST_ROWS = 2_000;

  private record Column(String name, String type, @Nullable String defaultValue, int key) {

    /** Whether it can be the row's own id. */
    boolean isRowId() {
      return key > 0 && type.equalsIgnoreCase("INTEGER");
    }
  }

  /** A table whose columns the migration drops, with its rows as they were before: as SQL. */
  private record Lossy(
      String table, List<Column> common, List<Column> gone, List<Map<String, String>> rows) {}

  private final Map<String, List<Column>> migrated;
  private final List<Lossy> tables = new ArrayList<>();
  private final Map<String, List<String>> deleted = new HashMap<>();
  private boolean loses;

  private ChangedRows(Map<String, List<Column>> migrated) {
    this.migrated = migrated;
  }

  /** Whether a table may lose values: one that is there still, without a column or two. */
  @SuppressWarnings("ReferenceEquality") // an unchanged table is the same object
  static boolean mayLose(Catalog before, Catalog migrated) {
    return before.tables().stream()
        .anyMatch(
            table ->
                migrated
                    .table(table.name())
                    .filter(now -> now != table && !now.columns().equals(table.columns()))
                    .isPresent());
  }

  /** Of a database after its migration. */
  static ChangedRows of(Connection migrated) throws SQLException {
    return new ChangedRows(columns(migrated));
  }

  /** Of the same migration, for other rows. */
  ChangedRows anew() {
    return new ChangedRows(migrated);
  }

  /** Makes rows, those that the schema takes. */
  static boolean insert(Connection connection, List<String> inserts) {
    inserts.forEach(sql -> attempt(connection, sql));
    return true;
  }

  /** Reads the rows of the tables that lose columns, in the database before its migration. */
  ChangedRows remember(Connection before) throws SQLException {
    for (Map.Entry<String, List<Column>> entry : columns(before).entrySet()) {
      List<Column> left = migrated.getOrDefault(entry.getKey(), List.of());
      Set<String> names = left.stream().map(Column::name).collect(Collectors.toSet());
      List<Column> gone = entry.getValue().stream().filter(c -> !names.contains(c.name)).toList();
      List<Column> common = entry.getValue().stream().filter(c -> names.contains(c.name)).toList();
      if (!gone.isEmpty() && !common.isEmpty()) {
        loses = true;
        List<Map<String, String>> rows = rows(before, entry.getKey(), entry.getValue());
        if (rows.size() > 1 && rows.size() <= MOST_ROWS) {
          tables.add(new Lossy(entry.getKey(), common, gone, rows));
        }
      }
    }
    return this;
  }

  boolean isEmpty() {
    return tables.isEmpty();
  }

  /** Whether columns go and there are no rows to see it on. */
  boolean needsRows() {
    return loses && tables.isEmpty();
  }

  /** Changes rows of the migrated database, and row ids wherever SQLite may. */
  ChangedRows change(Connection connection) throws SQLException {
    run(connection, "PRAGMA foreign_keys = ON");
    for (Lossy lossy : tables) {
      List<Map<String, String>> now = rows(connection, lossy.table, lossy.common);
      if (now.size() > 1) {
        Map<String, String> last = now.get(now.size() - 1);
        if (attempt(connection, delete(lossy, now.get(0)))) {
          deleted.put(lossy.table, key(lossy, now.get(0)));
        }
        if (attempt(connection, delete(lossy, last))) {
          insert(connection, lossy, last, false);
        }
        insert(connection, lossy, last, true);
      }
    }
    run(connection, "PRAGMA foreign_keys = OFF");
    run(connection, "PRAGMA legacy_alter_table = ON");
    for (Lossy lossy : tables) {
      if (lossy.common.stream().filter(column -> column.key > 0).count() != 1
          || lossy.common.stream().noneMatch(Column::isRowId)) {
        makeAnew(connection, lossy.table);
      }
    }
    run(connection, "VACUUM");
    DumpAndLoad.into(connection);
    return this;
  }

  /** As an ordinary migration by hand does it; what kept rows apart by triggers loses them. */
  private void makeAnew(Connection connection, String table) throws SQLException {
    String create = null;
    List<String> others = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT type, sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL"
                + " AND name NOT LIKE 'kinrow\\_parked\\_%' ESCAPE '\\'")) {
      statement.setString(1, table);
      try (ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          if (rs.getString(1).equals("table")) {
            create = rs.getString(2);
          } else {
            others.add(rs.getString(2));
          }
        }
      }
    }
    if (create == null) {
      return; // a side table of the migration's own
    }
    String columns =
        Objects.requireNonNull(migrated.get(table)).stream()
            .map(column -> Names.quoted(column.name))
            .collect(Collectors.joining(", "));
    run(connection, "BEGIN");
    run(connection, CreateTable.parse(create).renamedTo("kinrow_anew"));
    run(
        connection,
        "INSERT INTO kinrow_anew ("
            + columns
            + ") SELECT "
            + columns
            + " FROM "
            + Names.quoted(table));
    run(connection, "DROP TABLE " + Names.quoted(table));
    run(connection, "ALTER TABLE kinrow_anew RENAME TO " + Names.quoted(table));
    for (String other : others) {
      run(connection, other);
    }
    run(connection, "COMMIT");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Which rows have the values of others after the undo. */
  List<String> mixedUp(Connection undone) throws SQLException {
    List<String> found = new ArrayList<>();
    for (Lossy lossy : tables) {
      List<Column> all = new ArrayList<>(lossy.common);
      all.addAll(lossy.gone);
      List<Map<String, String>> rows = rows(undone, lossy.table, all);
      rows.stream()
          .filter(row -> key(lossy, row).equals(deleted.get(lossy.table)))
          .forEach(row -> found.add("table " + lossy.table + ": a deleted row is back, " + row));
      for (Column column : lossy.gone) {
        mixedUp(lossy, column, rows, defaultOf(undone, column)).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<String> mixedUp(
      Lossy lossy, Column column, List<Map<String, String>> rows, String none) {
    Map<List<String>, Set<String>> own = new HashMap<>();
    Set<String> values = new HashSet<>();
    for (Map<String, String> row : lossy.rows) {
      String value = Objects.requireNonNull(row.get(column.name));
      own.computeIfAbsent(identity(lossy, row), key -> new HashSet<>()).add(value);
      values.add(value);
    }
    values.remove(none);
    Set<List<String>> keys = new HashSet<>();
    lossy.rows.forEach(row -> keys.add(key(lossy, row)));
    boolean kept = false;
    String mixed = null;
    for (Map<String, String> row : rows) {
      String value = Objects.requireNonNull(row.get(column.name));
      Set<String> before = own.get(identity(lossy, row));
      if (before != null) {
        if (!value.equals(none) && values.contains(value) && !before.contains(value)) {
          mixed = describe(lossy, column, row);
          // a number may be counted anew, as a rank is; a text that moved is another row's
          kept |= value.startsWith("'");
        }
      } else if (!keys.contains(key(lossy, row))) {
        kept |= value.equals(none);
      } else if (values.contains(value)) {
        mixed = describe(lossy, column, row);
      }
    }
    return kept ? Optional.ofNullable(mixed) : Optional.empty();
  }

  private static String describe(Lossy lossy, Column column, Map<String, String> row) {
    return "table %s: a row has the %s of another one, %s (%s)"
        .formatted(
            lossy.table,
            column.name,
            row.get(column.name),
            lossy.common.stream()
                .map(c -> c.name + " = " + row.get(c.name))
                .collect(Collectors.joining(", ")));
  }

  private static List<String> identity(Lossy lossy, Map<String, String> row) {
    return lossy.common.stream().map(column -> row.get(column.name)).toList();
  }

  private static List<Column> keyOf(Lossy lossy) {
    List<Column> key = lossy.common.stream().filter(column -> column.key > 0).toList();
    return key.isEmpty() ? lossy.common : key;
  }

  private static List<String> key(Lossy lossy, Map<String, String> row) {
    return keyOf(lossy).stream().map(column -> row.get(column.name)).toList();
  }

  private static String delete(Lossy lossy, Map<String, String> row) {
    return "DELETE FROM "
        + Names.quoted(lossy.table)
        + " WHERE "
        + keyOf(lossy).stream()
            .map(column -> Names.quoted(column.name) + " IS " + row.get(column.name))
            .collect(Collectors.joining(" AND "));
  }

  /** A row like another one, with other values wherever the table takes them. */
  private static void insert(
      Connection connection, Lossy lossy, Map<String, String> model, boolean newKey) {
    Map<String, String> row = new LinkedHashMap<>(model);
    boolean keyless = keyOf(lossy) == lossy.common;
    List<Column> changed =
        lossy.common.stream().filter(c -> keyless || newKey || c.key == 0).toList();
    for (Column column : changed) {
      row.put(column.name, other(Objects.requireNonNull(model.get(column.name))));
    }
    List<Column> optional = changed.stream().filter(column -> column.key == 0).toList();
    for (int i = 0; i <= optional.size(); i++) {
      String sql =
          "INSERT INTO "
              + Names.quoted(lossy.table)
              + lossy.common.stream()
                  .map(column -> Names.quoted(column.name))
                  .collect(Collectors.joining(", ", " (", ")"))
              + lossy.common.stream()
                  .map(column -> row.get(column.name))
                  .collect(Collectors.joining(", ", " VALUES (", ")"));
      if (attempt(connection, sql)) {
        return;
      }
      if (i < optional.size()) {
        String name = optional.get(i).name;
        row.put(name, Objects.requireNonNull(model.get(name)));
      }
    }
  }

  private static String other(String literal) {
    if (literal.startsWith("'")) {
      return literal.substring(0, literal.length() - 1) + " (other)'";
    }
    return literal.matches("-?[0-9]{1,15}") ? literal + "1" : literal;
  }

  private static boolean attempt(Connection connection, String sql) {
    try {
      run(connection, sql);
      return true;
    } catch (SQLException e) {
      return false; // a key, a check or a foreign key stands against it: then it is not tried
    }
  }

  private static String defaultOf(Connection connection, Column column) throws SQLException {
    if (column.defaultValue == null) {
      return "NULL";
    }
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("SELECT quote(" + column.defaultValue + ")")) {
      return rs.getString(1);
    }
  }

  private static Map<String, List<Column>> columns(Connection connection) throws SQLException {
    Map<String, List<Column>> columns = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rs =
            statement.executeQuery(
                "SELECT t.name, x.name, x.type, x.dflt_value, x.pk FROM pragma_table_list t"
                    + " JOIN pragma_table_xinfo(t.name) x WHERE t.schema = 'main'"
                    + " AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                    + " AND x.hidden = 0 ORDER BY t.name, x.cid")) {
      while (rs.next()) {
        columns
            .computeIfAbsent(rs.getString(1), name -> new ArrayList<>())
            .add(new Column(rs.getString(2), rs.getString(3), rs.getString(4), rs.getInt(5)));
      }
    }
    return columns;
  }

  /** At most one row more than are looked at. */
  private static List<Map<String, String>> rows(
      Connection connection, String table, List<Column> columns) throws SQLException {
    String select =
        columns.stream()
            .map(column -> "quote(" + Names.quoted(column.name) + ")")
            .collect(Collectors.joining(", "));
    List<Map<String, String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rs =
            statement.executeQuery(
                "SELECT "
                    + select
                    + " FROM "
                    + Names.quoted(table)
                    + " LIMIT "
                    + (MOST_ROWS + 1))) {
      while (rs.next()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          row.put(columns.get(i).name, rs.getString(i + 1));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
