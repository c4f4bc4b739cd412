package io.kinrow.processor.jooq;

import io.kinrow.runtime.internal.TableDescription.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.tools.JooqLogger;
import org.jspecify.annotations.Nullable;

/**
 * The foreign keys of one table from {@code PRAGMA foreign_key_list}, which tells them apart when
 * they have no names. SQLite accepts foreign keys that lead nowhere; these are left out with a
 * warning.
 */
final class SqliteReferences {

  private static final JooqLogger LOG = JooqLogger.getLogger(SqliteReferences.class);

  private final SqliteTableInfo table;
  private final Map<String, SqliteTableInfo> tables;

  private SqliteReferences(SqliteTableInfo table, Map<String, SqliteTableInfo> tables) {
    this.table = table;
    this.tables = tables;
  }

  static List<SqliteReference> of(
      SqliteTableInfo table, Map<String, SqliteTableInfo> tables, List<SqliteRow> rows) {
    SqliteReferences reader = new SqliteReferences(table, tables);
    List<SqliteReference> references = new ArrayList<>();
    for (List<SqliteRow> key : inOrderOfDeclaration(rows)) {
      SqliteReference reference = reader.read(key);
      if (reference != null && references.stream().noneMatch(reference::sameAs)) {
        references.add(reference.distinctFrom(references));
      }
    }
    return references;
  }

  /** SQLite lists the latest first. */
  private static Iterable<List<SqliteRow>> inOrderOfDeclaration(List<SqliteRow> rows) {
    Map<Integer, List<SqliteRow>> keys = new TreeMap<>(Collections.reverseOrder());
    for (SqliteRow row : rows) {
      keys.computeIfAbsent(row.number("id"), id -> new ArrayList<>()).add(row);
    }
    keys.values().forEach(key -> key.sort(Comparator.comparingInt(row -> row.number("seq"))));
    return keys.values();
  }

  private @Nullable SqliteReference read(List<SqliteRow> key) {
    SqliteTableInfo target = find(key.get(0).text("table"));
    if (target == null) {
      return leftOut("there is no table " + key.get(0).text("table"));
    }
    List<String> targetColumns = targetColumns(key, target);
    if (targetColumns.size() != key.size()) {
      return leftOut(
          "it has "
              + key.size()
              + " columns, and the primary key of "
              + target.name()
              + " has "
              + targetColumns.size());
    }
    List<String> columns = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      String from = column(table, key.get(i).text("from"));
      String to = column(target, targetColumns.get(i));
      if (from == null || to == null) {
        return leftOut("table " + target.name() + " has no column " + targetColumns.get(i));
      }
      columns.add(from);
      found.add(to);
    }
    if (!target.isKey(found)) {
      return leftOut(
          target.name()
              + " ("
              + String.join(", ", found)
              + ") is neither a primary key nor unique, so SQLite refuses to write");
    }
    return new SqliteReference(
        "fk_" + table.name() + "_" + String.join("_", columns),
        columns,
        target.name(),
        found,
        action(key.get(0), "on_delete"),
        action(key.get(0), "on_update"));
  }

  /** {@code REFERENCES users} without columns means the primary key. */
  private static List<String> targetColumns(List<SqliteRow> key, SqliteTableInfo target) {
    return key.get(0).nullable("to") == null
        ? target.primaryKey()
        : key.stream().map(row -> row.text("to")).toList();
  }

  private @Nullable SqliteReference leftOut(String reason) {
    LOG.warn("A foreign key of table " + table.name() + " is left out", reason);
    return null;
  }

  private @Nullable SqliteTableInfo find(String name) {
    return tables.values().stream()
        .filter(each -> each.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String column(SqliteTableInfo table, String name) {
    return table.columns().stream()
        .map(SqliteColumn::name)
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .orElse(null);
  }

  private static Action action(SqliteRow row, String column) {
    return Action.valueOf(row.text(column).replace(' ', '_').toUpperCase(Locale.ROOT));
  }
}
