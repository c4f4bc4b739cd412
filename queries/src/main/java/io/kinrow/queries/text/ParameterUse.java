package io.kinrow.queries.text;

/**
 * A place where a parameter is used.
 *
 * @param parameter index of the parameter
 * @param token index of its token
 * @param list whether it is a list here: {@code in (:ids)}
 * @param width the number of values of one element: several if it is a list of rows
 * @param firstMark the number of question marks before those that stand for it
 * @param marks the number of question marks that stand for it
 */
public record ParameterUse(
    int parameter, int token, boolean list, int width, int firstMark, int marks) {

  /** Returns whether it is a list of rows: {@code (a, b) in (:keys)}. */
  public boolean rows() {
    return width > 1;
  }
}
