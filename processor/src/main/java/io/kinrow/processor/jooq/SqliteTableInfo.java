package io.kinrow.processor.jooq;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What SQLite's catalogue says of one table or view.
 *
 * @param rowid whether rows are numbered, which makes {@code INTEGER PRIMARY KEY} their number
 * @param strict whether columns hold nothing but values of their declared types
 */
record SqliteTableInfo(
    String name,
    Kind kind,
    boolean rowid,
    boolean strict,
    boolean triggers,
    String sql,
    List<SqliteColumn> columns,
    List<SqliteIndex> indexes) {

  enum Kind {
    TABLE,
    VIEW,
    VIRTUAL
  }

  List<String> primaryKey() {
    return columns.stream()
        .filter(column -> column.keyPosition() > 0)
        .sorted(Comparator.comparingInt(SqliteColumn::keyPosition))
        .map(SqliteColumn::name)
        .toList();
  }

  /**
   * Whether the column is the row number itself. {@code INTEGER PRIMARY KEY DESC} looks like it but
   * is a plain key with an index of its own.
   */
  boolean isIdentity(SqliteColumn column) {
    return rowid
        && column.keyPosition() == 1
        && primaryKey().size() == 1
        && column.type().equalsIgnoreCase("INTEGER")
        && indexes.stream().noneMatch(SqliteIndex::primary);
  }

  /**
   * Whether SQLite stores text that looks like a number as one: the affinity of the declared type,
   * <a href="https://sqlite.org/datatype3.html#determination_of_column_affinity">section 3.1</a>.
   */
  boolean turnsTextIntoNumbers(SqliteColumn column) {
    String type = column.type().toUpperCase(Locale.ROOT);
    boolean text = type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT");
    return !strict && (type.contains("INT") || !(text || type.contains("BLOB") || type.isEmpty()));
  }

  List<SqliteIndex> uniqueKeys() {
    return indexes.stream().filter(index -> index.unique() && !index.primary()).toList();
  }

  boolean isKey(List<String> someColumns) {
    Set<String> wanted = new HashSet<>(someColumns);
    return wanted.equals(new HashSet<>(primaryKey()))
        || uniqueKeys().stream().anyMatch(key -> wanted.equals(new HashSet<>(key.columns())));
  }

  /** With types for columns that have none. */
  SqliteTableInfo withMissingTypes(Map<String, String> types) {
    List<SqliteColumn> typed =
        columns.stream()
            .map(
                column ->
                    column.type().isEmpty() && types.containsKey(column.name())
                        ? column.withType(types.get(column.name()))
                        : column)
            .toList();
    return new SqliteTableInfo(name, kind, rowid, strict, triggers, sql, typed, indexes);
  }

  String type(String columnName) {
    return columns.stream()
        .filter(column -> column.name().equals(columnName))
        .findFirst()
        .map(SqliteColumn::type)
        .orElse("");
  }
}
