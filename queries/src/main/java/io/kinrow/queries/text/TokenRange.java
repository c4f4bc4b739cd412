package io.kinrow.queries.text;

/**
 * Some tokens of a text.
 *
 * @param start index of the first one
 * @param end index after the last one
 */
public record TokenRange(int start, int end) {

  /** Returns whether a token is among them. */
  public boolean contains(int token) {
    return token >= start && token < end;
  }
}
