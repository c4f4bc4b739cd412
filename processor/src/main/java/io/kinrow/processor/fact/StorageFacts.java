package io.kinrow.processor.fact;

/**
 * How a column's values are stored, where the Java type does not tell.
 *
 * @param exact whether the database lets the column hold nothing but values of its type
 * @param converted whether values are read and bound through jOOQ's field
 * @param scale digits after the point that a decimal number is shown with
 * @param bind how jOOQ writes a bind of a value, such as {@code "cast(? as uuid)"}; empty if that
 *     is known at run time only
 */
public record StorageFacts(boolean exact, boolean converted, int scale, String bind) {

  /** Nothing to know. */
  public static final StorageFacts PLAIN = new StorageFacts(false, false, 0, "?");

  /** The same, read and bound through jOOQ's field. */
  public StorageFacts asConverted() {
    return new StorageFacts(exact, true, scale, bind);
  }

  /** The same, with binds that are written so. */
  public StorageFacts boundBy(String text) {
    return new StorageFacts(exact, converted, scale, text);
  }
}
