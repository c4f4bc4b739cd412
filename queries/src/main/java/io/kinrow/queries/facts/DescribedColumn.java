package io.kinrow.queries.facts;

import io.kinrow.runtime.internal.QueryFacts.Nullability;

/**
 * A column of a result.
 *
 * @param type the Java type of an expression, as {@code java.lang.Long} or {@code byte[]}
 * @param because why NULL is possible or not known, as part of a sentence
 */
public record DescribedColumn(
    String label, ColumnOrigin origin, String type, Nullability nullability, String because) {

  /** The type of what may be anything. */
  public static final String ANY = "java.lang.Object";
}
