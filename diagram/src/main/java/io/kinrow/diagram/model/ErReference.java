package io.kinrow.diagram.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A foreign key, of one or more columns.
 *
 * @param name its name, or ""
 * @param child the table that has it
 * @param parent the table that it references, which need not exist on SQLite
 * @param onUpdate the action, such as {@code NO ACTION}
 * @param onDelete the action, such as {@code CASCADE}
 * @param optional whether a row may reference nothing
 * @param unique whether at most one row references the same
 */
public record ErReference(
    String name,
    ErName child,
    List<String> columns,
    ErName parent,
    List<String> parentColumns,
    String onUpdate,
    String onDelete,
    boolean optional,
    boolean unique)
    implements Comparable<ErReference> {

  private static final Comparator<ErReference> ORDER =
      Comparator.comparing(ErReference::child)
          .thenComparing(r -> String.join("\0", r.columns))
          .thenComparing(ErReference::parent)
          .thenComparing(r -> String.join("\0", r.parentColumns))
          .thenComparing(ErReference::name);

  public ErReference {
    columns = List.copyOf(columns);
    parentColumns = List.copyOf(parentColumns);
  }

  /** Returns the same foreign key between other columns. */
  public ErReference between(
      ErName otherChild,
      List<String> otherColumns,
      ErName otherParent,
      List<String> otherParentColumns) {
    return new ErReference(
        name,
        otherChild,
        otherColumns,
        otherParent,
        otherParentColumns,
        onUpdate,
        onDelete,
        optional,
        unique);
  }

  @Override
  public int compareTo(ErReference other) {
    return ORDER.compare(this, other);
  }

  /** Returns whether it is between the same columns. */
  public boolean joinsAs(ErReference other) {
    return child.equals(other.child)
        && columns.equals(other.columns)
        && parent.equals(other.parent)
        && parentColumns.equals(other.parentColumns);
  }

  /** Returns its actions, as in {@code on delete cascade}; "" if it has none. */
  public String actions() {
    return (action("on update", onUpdate) + action(" on delete", onDelete)).strip();
  }

  private static String action(String when, String action) {
    return action.equals("NO ACTION") ? "" : when + " " + action.toLowerCase(Locale.ROOT);
  }

  /** Returns it for people, as in {@code posts.user_id → users.id, on delete cascade}. */
  @Override
  public String toString() {
    String actions = actions();
    return side(child, columns)
        + " → "
        + side(parent, parentColumns)
        + (actions.isEmpty() ? "" : ", " + actions);
  }

  private static String side(ErName table, List<String> columns) {
    return table
        + "."
        + (columns.size() == 1 ? columns.get(0) : "(" + String.join(", ", columns) + ")");
  }
}
