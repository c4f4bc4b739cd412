package io.kinrow.processor.jooq;

import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.exception.SQLDialectNotSupportedException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.meta.DataTypeDefinition;
import org.jooq.meta.DomainDefinition;

/**
 * How jOOQ writes a bind of a column without a binding of its own: {@code "?"}, often in a cast.
 */
final class BindText {

  private BindText() {}

  /** The text in the context's dialect; empty if jOOQ has no name for the type. */
  static String of(DataTypeDefinition type, DSLContext context) {
    try {
      return context.render(DSL.val(null, dataType(type, context)));
    } catch (SQLDialectNotSupportedException e) {
      return "";
    }
  }

  private static DataType<?> dataType(DataTypeDefinition type, DSLContext context) {
    DomainDefinition domain =
        type.getDatabase().getDomain(type.getSchema(), type.getQualifiedUserType(), true);
    return domain != null
        ? dataType(domain.getType(), context)
        : DefaultDataType.getDataType(
            context.dialect(), type.getType(), type.getPrecision(), type.getScale());
  }
}
