package io.kinrow.runtime.internal.dialect;

import java.util.Set;
import org.jooq.Binding;
import org.jooq.DataType;
import org.jooq.Param;
import org.jooq.SQLDialect;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;

/**
 * Gives the values of jOOQ's queries that belong to no generated column, such as {@code
 * DSL.val(LocalTime.NOON)}, the form that the values of generated columns have.
 */
final class PlainParams implements VisitListener {

  /** The binding that an engine's generated columns have. */
  interface Bindings {
    <T> Binding<T, T> of(DataType<T> type);
  }

  private final Set<Class<?>> types;
  private final Bindings bindings;

  /**
   * For one engine.
   *
   * @param types what jOOQ writes in another form, or would lose something of
   */
  PlainParams(Set<Class<?>> types, Bindings bindings) {
    this.types = types;
    this.bindings = bindings;
  }

  @Override
  public void visitStart(VisitContext context) {
    if (context.queryPart() instanceof Param<?> param
        && types.contains(param.getType())
        && isJooqs(param.getDataType())) {
      context.queryPart(bound(param));
    }
  }

  /** Whether nobody has given the type a converter or binding. */
  static <T> boolean isJooqs(DataType<T> type) {
    return type.getBinding()
        .getClass()
        .equals(
            DefaultDataType.getDataType(SQLDialect.DEFAULT, type.getType())
                .getBinding()
                .getClass());
  }

  private <T> Param<T> bound(Param<T> param) {
    DataType<T> type = param.getDataType().asConvertedDataType(bindings.of(param.getDataType()));
    T value = param.getValue();
    if (param.isInline()) {
      return DSL.inline(value, type);
    }
    String name = param.getParamName();
    return name == null ? DSL.val(value, type) : DSL.param(name, type).$value(value);
  }
}
