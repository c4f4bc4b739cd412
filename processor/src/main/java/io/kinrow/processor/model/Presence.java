package io.kinrow.processor.model;

/** How a Java type says whether there may be no value. */
public enum Presence {
  /** There is always one. */
  ALWAYS,
  /** {@code Optional}. */
  OPTIONAL,
  /** {@code @Nullable}. */
  NULLABLE
}
