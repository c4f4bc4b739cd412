package io.kinrow.runtime.internal.dialect;

/**
 * A value as PostgreSQL writes it as text, whose type the database finds out from where the value
 * stands: the type of the column that it is compared with or stored in.
 *
 * @param text the value's text, as a literal without its quotes
 */
public record Untyped(String text) {

  @Override
  public String toString() {
    return text;
  }
}
