package io.kinrow.migrate.compare;

/**
 * One difference between two schemas.
 *
 * @param change what happens to the object on the way from one schema to the other
 * @param type the kind of object: {@code table}, {@code column}, {@code index} and so on
 * @param object its name, such as {@code posts.language} for a column
 * @param detail the exact difference, such as {@code NOT NULL → NULL}; "" if there is nothing to
 *     add
 */
public record Difference(Change change, String type, String object, String detail) {

  /** The kinds of changes to an object. */
  public enum Change {
    ADDED("+"),
    DROPPED("-"),
    CHANGED("~"),
    RENAMED(">");

    private final String sign;

    Change(String sign) {
      this.sign = sign;
    }

    /** Returns a one-character sign for the change. */
    public String sign() {
      return sign;
    }
  }

  /** Returns one readable line, such as {@code ~ column posts.body: type TEXT → VARCHAR(140)}. */
  @Override
  public String toString() {
    return change.sign() + " " + type + " " + object + (detail.isEmpty() ? "" : ": " + detail);
  }
}
