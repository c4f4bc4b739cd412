package io.kinrow.migrate.catalog;

/**
 * A piece of SQL: a default value, a check, the body of a view. Two are equal when their canonical
 * texts are: quotes, case, white space, comments and outer parentheses make no difference.
 *
 * @param text as written
 * @param canonical the same for all ways to write it
 */
public record Expression(String text, String canonical) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression expression && canonical.equals(expression.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
