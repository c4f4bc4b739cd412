package io.kinrow.runtime.internal.dialect;

import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * An engine whose SQL is known here: it takes sets of values as one bind, returns the rows that it
 * writes, has {@code on conflict}, and jOOQ's text of a statement depends on its shape only.
 */
abstract class NativeDialect extends Dialect {

  NativeDialect(String name, Values values) {
    super(name, values);
  }

  @Override
  public final String bakedDialect() {
    return name();
  }

  @Override
  public final boolean rendersByShape() {
    return true;
  }

  @Override
  public final boolean bindsLists() {
    return true;
  }

  @Override
  public final boolean returnsInOrder() {
    return true;
  }

  @Override
  public final boolean returnsRows() {
    return true;
  }

  @Override
  public final boolean ignoresConflicts() {
    return true;
  }

  /** jOOQ 3.19 maps the schema of {@code excluded} as if it were a table in the default schema. */
  @Override
  public final <T> Field<T> excluded(Field<T> field) {
    return DSL.field("excluded.{0}", field.getDataType(), field.getUnqualifiedName());
  }
}
