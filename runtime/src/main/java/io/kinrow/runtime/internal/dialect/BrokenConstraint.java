package io.kinrow.runtime.internal.dialect;

/**
 * What a constraint refused, as far as the engine's message tells.
 *
 * @param kind of the constraint
 * @param what the columns, as {@code table.column, …}; the engine's whole message if the kind is
 *     {@link Kind#OTHER}
 */
public record BrokenConstraint(Kind kind, String what) {

  /** Kinds of constraints. */
  public enum Kind {
    /** A primary key or another unique key. */
    UNIQUE,
    /** A foreign key. */
    FOREIGN_KEY,
    /** NOT NULL. */
    NOT_NULL,
    /** A CHECK, or one that the message does not tell. */
    OTHER
  }
}
