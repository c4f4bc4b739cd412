package io.kinrow.migrate.lint;

/**
 * One finding of lint.
 *
 * @param rule the rule that found it
 * @param place the file or table that it is about
 * @param message what is wrong and what to do about it
 */
public record Finding(Rule rule, String place, String message) {

  /** Returns one line, such as {@code KL06 V3__followers.sql: …}. */
  @Override
  public String toString() {
    return rule.code() + " " + place + ": " + message;
  }
}
