package io.kinrow.processor.model;

/**
 * A column.
 *
 * @param position among the table's columns, from 0
 * @param name SQL name
 * @param field name of jOOQ's field
 * @param property name of the entity's accessor
 */
public record ColumnModel(
    int position,
    String name,
    String field,
    String property,
    JavaType type,
    boolean nullable,
    boolean defaulted,
    boolean identity,
    boolean generated,
    boolean converted) {

  /** Whether its values are primitives in Java. */
  public boolean primitive() {
    return type.primitive() && !nullable;
  }
}
