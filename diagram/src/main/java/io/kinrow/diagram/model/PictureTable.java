package io.kinrow.diagram.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A box of a picture.
 *
 * @param table the table, as it is or as it last was
 * @param former its former name, if it has another one now
 * @param columns its rows
 * @param versions the versions that it belongs to
 */
public record PictureTable(
    ErTable table,
    Mark mark,
    @Nullable ErName former,
    List<PictureColumn> columns,
    Versions versions) {

  public PictureTable {
    columns = List.copyOf(columns);
  }

  /** Returns a box in which everything has the same mark. */
  public static PictureTable of(ErTable table, Mark mark) {
    List<PictureColumn> rows = new ArrayList<>();
    for (ErColumn column : table.columns()) {
      rows.add(PictureColumn.of(column, mark, null).at(rows.size()));
    }
    return new PictureTable(table, mark, null, rows, Versions.ALL);
  }

  /** Returns the name of its table. */
  public ErName name() {
    return table.name();
  }

  /** Returns its name, with the former one. */
  public String title() {
    return former == null ? name().toString() : former + " → " + name();
  }

  /** Returns the number of places for columns. */
  public int slots() {
    return columns.stream().mapToInt(column -> column.slot() + 1).max().orElse(0);
  }
}
