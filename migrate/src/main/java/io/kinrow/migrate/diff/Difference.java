package io.kinrow.migrate.diff;

/**
 * One thing that differs between two schemas.
 *
 * @param change what happens to it on the way from the one to the other
 * @param type what it is: {@code table}, {@code column}, {@code index} and so on
 * @param object its name, {@code posts.language} for a column
 * @param detail what exactly, {@code NOT NULL → NULL}; "" when the rest says it all
 */
public record Difference(Change change, String type, String object, String detail) {

  /** What happens to an object. */
  public enum Change {
    ADDED("+"),
    DROPPED("-"),
    CHANGED("~"),
    RENAMED(">");

    private final String sign;

    Change(String sign) {
      this.sign = sign;
    }

    /** One character for it. */
    public String sign() {
      return sign;
    }
  }

  /** One line for people, {@code ~ column posts.body: type TEXT → VARCHAR(140)}. */
  @Override
  public String toString() {
    return change.sign() + " " + type + " " + object + (detail.isEmpty() ? "" : ": " + detail);
  }
}
