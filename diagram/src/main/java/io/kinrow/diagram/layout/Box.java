package io.kinrow.diagram.layout;

import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.ErTable;
import io.kinrow.diagram.model.Mark;
import io.kinrow.diagram.model.PictureColumn;
import io.kinrow.diagram.model.PictureTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A table with its size, not yet placed.
 *
 * @param rows the columns that it shows
 * @param hidden how many columns it does not show
 * @param keyWidth the width of the column with the signs of keys
 * @param nullWidth the width of the column that says which take NULL
 */
public record Box(
    PictureTable table,
    List<PictureColumn> rows,
    int hidden,
    double width,
    double height,
    double keyWidth,
    double nullWidth) {

  public static final double ROW = 20;
  public static final double HEADER = 28;
  public static final double SIZE = 12;
  public static final double SMALL = 9;
  public static final double TITLE_SIZE = 13;
  public static final double PADDING = 10;
  private static final double GAP = 18;
  private static final double LEAST = 110;
  private static final int LONGEST = 64;
  private static final int LONGEST_TYPE = 40;

  /**
   * Returns a box that shows all columns, or only those that lines end at and those that changed.
   *
   * @param referenced the columns that foreign keys reference
   */
  static Box of(PictureTable table, boolean keysOnly, Set<String> referenced) {
    List<PictureColumn> rows = new ArrayList<>();
    Set<Integer> left = new HashSet<>();
    Map<Integer, Integer> slots = new HashMap<>();
    for (PictureColumn column : table.columns()) {
      if (keysOnly
          && !isOfInterest(table, column)
          && !referenced.contains(column.column().name())) {
        left.add(column.slot());
        continue;
      }
      int slot = slots.computeIfAbsent(column.slot(), s -> slots.size());
      rows.add(column.at(slot));
    }
    left.removeAll(slots.keySet());
    int hidden = left.size();
    int lines = slots.size() + (hidden > 0 ? 1 : 0);
    double key = 0;
    double text = 0;
    double type = 0;
    double nullable = 0;
    double sign = rows.stream().anyMatch(row -> !row.mark().sign().isEmpty()) ? 14 : 0;
    for (PictureColumn row : rows) {
      key = Math.max(key, TextWidth.of(keys(row), SMALL));
      text = Math.max(text, TextWidth.of(name(row), SIZE));
      type = Math.max(type, TextWidth.of(type(row), SIZE));
      nullable = Math.max(nullable, TextWidth.of(row.nullability(), SIZE));
    }
    key = (key == 0 ? 0 : key + 8) + sign;
    nullable = nullable == 0 ? 0 : nullable + 8;
    double width = PADDING + key + text + (type == 0 ? 0 : GAP + type) + nullable + PADDING;
    double header = 2 * PADDING + TextWidth.of(title(table), TITLE_SIZE) + headerSigns(table);
    width = Math.max(LEAST, Math.max(width, header));
    if (hidden > 0) {
      width = Math.max(width, 2 * PADDING + TextWidth.of(more(hidden), SIZE));
    }
    return new Box(
        table, List.copyOf(rows), hidden, width, HEADER + ROW * lines + 4, key, nullable);
  }

  private static boolean isOfInterest(PictureTable table, PictureColumn column) {
    return column.column().inKey()
        || (column.former() != null && column.former().inKey())
        || (column.mark() != Mark.SAME && table.mark() == Mark.CHANGED);
  }

  private static double headerSigns(PictureTable table) {
    double kind =
        table.table().kind() == ErTable.Kind.TABLE
            ? 0
            : 10 + TextWidth.of(table.table().kind().toString(), SMALL);
    return kind + (table.mark().sign().isEmpty() ? 0 : 16);
  }

  /** Returns what stands in its header. */
  public static String title(PictureTable table) {
    return TextWidth.inOneLine(table.title(), LONGEST);
  }

  /** Returns the name of a column as its row shows it. */
  public static String name(PictureColumn row) {
    return TextWidth.inOneLine(row.name(), LONGEST);
  }

  /** Returns the type of a column as its row shows it. */
  public static String type(PictureColumn row) {
    return TextWidth.inOneLine(row.type(), row.former() == null ? LONGEST_TYPE : LONGEST);
  }

  /** Returns the signs of the keys that a column is in. */
  public static String keys(PictureColumn row) {
    var column = row.column();
    return (column.key() ? "PK" : column.unique() ? "U" : "")
        + (column.foreign() ? (column.key() || column.unique() ? " FK" : "FK") : "");
  }

  /** Returns the last row of a box that does not show all columns. */
  public static String more(int hidden) {
    return hidden == 1 ? "1 more column" : hidden + " more columns";
  }

  /** Returns whether there is room for signs left of the keys. */
  public boolean hasSigns() {
    return rows.stream().anyMatch(row -> !row.mark().sign().isEmpty());
  }

  ErName name() {
    return table.name();
  }

  Area at(double x, double y) {
    return new Area(x, y, width, height);
  }

  /** The distance from its top to the middle of a row. */
  public double middle(int slot) {
    return HEADER + ROW * slot + ROW / 2;
  }

  /** The place of a column; -1 if it is not shown. */
  int slot(String column) {
    for (PictureColumn row : rows) {
      if (row.column().name().equals(column)
          || (row.former() != null && Objects.equals(row.former().name(), column))) {
        return row.slot();
      }
    }
    return -1;
  }

  /** The number of lines below the header. */
  public int lines() {
    return rows.stream().mapToInt(row -> row.slot() + 1).max().orElse(0) + (hidden > 0 ? 1 : 0);
  }
}
