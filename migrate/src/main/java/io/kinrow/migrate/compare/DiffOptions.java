package io.kinrow.migrate.compare;

import io.kinrow.migrate.catalog.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Information that a diff cannot find out on its own. Immutable: each method returns a new value.
 *
 * <pre>{@code
 * DiffOptions options = DiffOptions.defaults()
 *     .renameColumn("users.nick", "nickname")
 *     .fill("posts.language", "'en'")
 *     .keepData(true);
 * }</pre>
 */
public final class DiffOptions {

  /** A table's new name. */
  public record TableRename(Name from, Name to) {}

  /** A column's new name; its table goes by the name it has in the desired schema. */
  public record ColumnRename(Name table, Name from, Name to) {}

  /** A column by the name of its table. */
  public record ColumnPlace(Name table, Name column) {
    @Override
    public String toString() {
      return table + "." + column;
    }
  }

  private static final DiffOptions DEFAULTS =
      new DiffOptions(List.of(), List.of(), Map.of(), false, ColumnOrder.AS_WRITTEN);

  private final List<TableRename> tableRenames;
  private final List<ColumnRename> columnRenames;
  private final Map<ColumnPlace, String> fills;
  private final boolean keepsData;
  private final ColumnOrder columnOrder;

  private DiffOptions(
      List<TableRename> tableRenames,
      List<ColumnRename> columnRenames,
      Map<ColumnPlace, String> fills,
      boolean keepsData,
      ColumnOrder columnOrder) {
    this.tableRenames = List.copyOf(tableRenames);
    this.columnRenames = List.copyOf(columnRenames);
    this.fills = Map.copyOf(fills);
    this.keepsData = keepsData;
    this.columnOrder = columnOrder;
  }

  /** Returns options without renames and fills, which do not keep dropped data. */
  public static DiffOptions defaults() {
    return DEFAULTS;
  }

  /** Declares that the table {@code to} of the desired schema is the old table {@code from}. */
  public DiffOptions renameTable(String from, String to) {
    List<TableRename> renames = new ArrayList<>(tableRenames);
    renames.add(new TableRename(new Name(from), new Name(to)));
    return new DiffOptions(renames, columnRenames, fills, keepsData, columnOrder);
  }

  /**
   * Declares that a column was renamed: {@code renameColumn("users.nick", "nickname")}. The table
   * has the name that it has in the desired schema.
   *
   * @throws IllegalArgumentException if {@code column} does not have the form {@code table.column}
   */
  public DiffOptions renameColumn(String column, String to) {
    ColumnPlace place = place(column);
    return renameColumn(new ColumnRename(place.table(), place.column(), new Name(to)));
  }

  /** Adds a rename of a column. */
  public DiffOptions renameColumn(ColumnRename rename) {
    List<ColumnRename> renames = new ArrayList<>(columnRenames);
    renames.add(rename);
    return new DiffOptions(tableRenames, renames, fills, keepsData, columnOrder);
  }

  /**
   * Gives existing rows a value for a column that becomes NOT NULL; for a dropped column, the value
   * that the undo sets. The value is an SQL expression over the row.
   *
   * @throws IllegalArgumentException if {@code column} does not have the form {@code table.column}
   */
  public DiffOptions fill(String column, String expression) {
    return fill(place(column), expression);
  }

  /** Does the same for a column whose name, or whose table's name, may contain anything. */
  public DiffOptions fill(ColumnPlace column, String expression) {
    Map<ColumnPlace, String> more = new LinkedHashMap<>(fills);
    more.put(column, expression);
    return new DiffOptions(tableRenames, columnRenames, more, keepsData, columnOrder);
  }

  /** Sets whether to park dropped data in a side table, from which the undo restores it. */
  public DiffOptions keepData(boolean keeps) {
    return new DiffOptions(tableRenames, columnRenames, fills, keeps, columnOrder);
  }

  /** Sets how the order of columns is taken into account. */
  public DiffOptions columnOrder(ColumnOrder order) {
    return new DiffOptions(tableRenames, columnRenames, fills, keepsData, order);
  }

  /** Returns these options with the renames of others. */
  public DiffOptions withRenamesOf(DiffOptions others) {
    List<TableRename> tables = new ArrayList<>(tableRenames);
    tables.addAll(others.tableRenames);
    List<ColumnRename> columns = new ArrayList<>(columnRenames);
    columns.addAll(others.columnRenames);
    return new DiffOptions(tables, columns, fills, keepsData, columnOrder);
  }

  /** Returns the renames of tables. */
  public List<TableRename> tableRenames() {
    return tableRenames;
  }

  /** Returns the renames of columns. */
  public List<ColumnRename> columnRenames() {
    return columnRenames;
  }

  /** Returns the values for rows that exist, by column. */
  public Map<ColumnPlace, String> fills() {
    return fills;
  }

  /** Returns whether data that goes is parked. */
  public boolean keepsData() {
    return keepsData;
  }

  /** Returns whether the order of columns counts. */
  public ColumnOrder columnOrder() {
    return columnOrder;
  }

  private static ColumnPlace place(String column) {
    int dot = column.indexOf('.');
    if (dot < 1 || dot == column.length() - 1) {
      throw new IllegalArgumentException(
          "\"" + column + "\" does not name a column: write table.column, as in posts.language");
    }
    return new ColumnPlace(new Name(column.substring(0, dot)), new Name(column.substring(dot + 1)));
  }
}
