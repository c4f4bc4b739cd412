package io.kinrow.migrate.lint;

/**
 * Something lint found.
 *
 * @param rule what it is
 * @param place the file or table it is about
 * @param message what is wrong and what to do
 */
public record Finding(Rule rule, String place, String message) {

  /** One line, {@code KL06 V3__followers.sql: …}. */
  @Override
  public String toString() {
    return rule.code() + " " + place + ": " + message;
  }
}
