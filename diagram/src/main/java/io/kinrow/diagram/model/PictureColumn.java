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

  /** Returns the first row of a box, in all versions. */
  public static PictureColumn of(ErColumn column, Mark mark, @Nullable ErColumn former) {
    return new PictureColumn(column, mark, former, 0, Versions.ALL);
  }

  /** Returns the same row in another place. */
  public PictureColumn at(int place) {
    return new PictureColumn(column, mark, former, place, versions);
  }

  /** Returns its name, with the former one. */
  public String name() {
    return former == null || former.name().equals(column.name())
        ? column.name()
        : former.name() + " → " + column.name();
  }

  /** Returns its type, with the former one and all else that changed, such as a default. */
  public String type() {
    if (former == null) {
      return column.type();
    }
    StringBuilder text =
        new StringBuilder(
            former.type().equals(column.type())
                ? column.type()
                : shown(former.type()) + " → " + shown(column.type()));
    if (former.key() != column.key()) {
      text.append(column.key() ? ", primary key" : ", no primary key");
    }
    if (former.unique() != column.unique()) {
      text.append(column.unique() ? ", unique" : ", not unique");
    }
    if (!former.note().equals(column.note())) {
      text.append(", ").append(note(former)).append(" → ").append(note(column));
    }
    return text.toString();
  }

  private static String shown(String type) {
    return type.isEmpty() ? "none" : type;
  }

  private static String note(ErColumn column) {
    return column.note().isEmpty() ? "no default" : column.note();
  }

  /** Returns "null" if it takes NULL, with what it took before. */
  public String nullability() {
    if (former == null || former.notNull() == column.notNull()) {
      return column.notNull() ? "" : "null";
    }
    return column.notNull() ? "null → not null" : "not null → null";
  }
}
