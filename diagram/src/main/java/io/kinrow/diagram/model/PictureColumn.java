package io.kinrow.diagram.model;

import org.jspecify.annotations.Nullable;

/**
 * A row of a box.
 *
 * @param column the column, as it is or as it last was
 * @param former the column as it was, if it changed
 * @param slot its place from the top; of several rows in one place, each belongs to other versions
 * @param versions the versions that it belongs to
 */
public record PictureColumn(
    ErColumn column, Mark mark, @Nullable ErColumn former, int slot, Versions versions) {

  /** Returns its name, with the former one. */
  public String name() {
    return former == null || former.name().equals(column.name())
        ? column.name()
        : former.name() + " → " + column.name();
  }

  /** Returns its type, with the former one. */
  public String type() {
    return former == null || former.type().equals(column.type())
        ? column.type()
        : shown(former.type()) + " → " + shown(column.type());
  }

  private static String shown(String type) {
    return type.isEmpty() ? "none" : type;
  }

  /** Returns "null" if it takes NULL, with what it took before. */
  public String nullability() {
    if (former == null || former.notNull() == column.notNull()) {
      return column.notNull() ? "" : "null";
    }
    return column.notNull() ? "null → not null" : "not null → null";
  }
}
