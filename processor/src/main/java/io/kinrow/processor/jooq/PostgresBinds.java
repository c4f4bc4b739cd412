package io.kinrow.processor.jooq;

import io.kinrow.runtime.internal.dialect.UntypedArrayBinding;
import io.kinrow.runtime.internal.dialect.UntypedBinding;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.exception.SQLDialectNotSupportedException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.meta.DataTypeDefinition;
import org.jooq.meta.DomainDefinition;
import org.jooq.meta.EnumDefinition;

/** How jOOQ writes a bind of a column's value on PostgreSQL: often with a cast to its type. */
final class PostgresBinds {

  private static final DSLContext POSTGRES = DSL.using(SQLDialect.POSTGRES);
  private static final String PLACE = "?";
  private static final Pattern ARRAY = Pattern.compile("(?i)_.*|.*\\[\\]|.*\\bARRAY");
  private static final List<String> UNTYPED =
      List.of(UntypedBinding.class.getName(), UntypedArrayBinding.class.getName());

  private PostgresBinds() {}

  /**
   * The text, which is {@code "?"} without a cast; empty if it is not known: with bindings of the
   * user's own, and for arrays, for which jOOQ names the type of their elements in ways of its own.
   */
  static String text(DataTypeDefinition type) {
    String binding = type.getBinding();
    if (binding != null) {
      return UNTYPED.contains(binding) ? PLACE : PostgresTimes.bind(binding, POSTGRES);
    }
    if (ARRAY.matcher(type.getType()).matches()) {
      return "";
    }
    EnumDefinition enumeration =
        type.getDatabase().getEnum(type.getSchema(), type.getQualifiedUserType(), true);
    if (enumeration != null) {
      return "cast(? as "
          + POSTGRES.render(
              DSL.name(enumeration.getSchema().getInputName(), enumeration.getInputName()))
          + ")";
    }
    try {
      return POSTGRES.render(DSL.val(null, dataType(type)));
    } catch (SQLDialectNotSupportedException e) {
      return "";
    }
  }

  private static DataType<?> dataType(DataTypeDefinition type) {
    DomainDefinition domain =
        type.getDatabase().getDomain(type.getSchema(), type.getQualifiedUserType(), true);
    return domain != null
        ? dataType(domain.getType())
        : DefaultDataType.getDataType(
            SQLDialect.POSTGRES, type.getType(), type.getPrecision(), type.getScale());
  }
}
