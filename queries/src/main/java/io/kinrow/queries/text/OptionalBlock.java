package io.kinrow.queries.text;

import java.util.Set;

/**
 * A part of a statement that falls away where its parameters are empty.
 *
 * @param start offset of the comment that begins it
 * @param inside offset after that comment
 * @param close offset of the comment that ends it
 * @param end offset after that comment
 * @param parameters those that stand in blocks only, in the order of their first use: they decide
 */
public record OptionalBlock(int start, int inside, int close, int end, Set<String> parameters) {

  boolean contains(int offset) {
    return offset >= inside && offset < close;
  }

  /** Returns whether a character belongs to the comments at its beginning and end. */
  boolean isMark(int offset) {
    return (offset >= start && offset < inside) || (offset >= close && offset < end);
  }
}
