package io.kinrow.processor.model;

import io.kinrow.runtime.internal.entity.ManagedColumn.Role;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param position among the table's columns, from 0
 * @param name SQL name
 * @param field name of jOOQ's field
 * @param property name of the entity's accessor
 * @param exact whether the database lets it hold nothing but values of its type
 * @param scale digits after the point that a decimal number is read with at least
 * @param bind how jOOQ writes a bind of a value; empty if that is known at run time only
 * @param managed how it is written by rule; null if it is not
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
    boolean converted,
    boolean exact,
    int scale,
    String bind,
    @Nullable ManagedModel managed) {

  /** Place and name say enough, and a hash of all parts takes a while. */
  @Override
  public int hashCode() {
    return 31 * name.hashCode() + position;
  }

  /** The same column where it cannot be NULL. */
  public ColumnModel present() {
    return new ColumnModel(
        position, name, field, property, type, false, defaulted, identity, generated, converted,
        exact, scale, bind, managed);
  }

  /** Whether it holds the version of its row, which nothing but updates may change. */
  public boolean version() {
    return managed != null && managed.role().compared();
  }

  /** Whether it is a system column that entities keep, but do not show. */
  public boolean hidden() {
    return managed != null && managed.role() == Role.ROW_VERSION;
  }

  /** Whether its values are primitives in Java. */
  public boolean primitive() {
    return type.primitive() && !nullable;
  }
}
