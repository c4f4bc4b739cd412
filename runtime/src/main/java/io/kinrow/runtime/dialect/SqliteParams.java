package io.kinrow.runtime.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
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
final class SqliteParams implements VisitListener {

  /** Types that jOOQ writes in another form, or would lose something of. */
  private static final Set<Class<?>> TYPES =
      Set.of(
          LocalDateTime.class,
          LocalDate.class,
          LocalTime.class,
          OffsetDateTime.class,
          Instant.class,
          UUID.class,
          BigDecimal.class,
          BigInteger.class,
          Double.class,
          Float.class,
          Boolean.class,
          String.class,
          java.sql.Timestamp.class,
          java.sql.Date.class,
          java.sql.Time.class);

  @Override
  public void visitStart(VisitContext context) {
    if (context.queryPart() instanceof Param<?> param
        && TYPES.contains(param.getType())
        && isJooqs(param.getDataType())) {
      context.queryPart(bound(param));
    }
  }

  /** Whether nobody has given the type a converter or binding. */
  private static <T> boolean isJooqs(DataType<T> type) {
    return type.getBinding()
        .getClass()
        .equals(
            DefaultDataType.getDataType(SQLDialect.DEFAULT, type.getType())
                .getBinding()
                .getClass());
  }

  private static <T> Param<T> bound(Param<T> param) {
    DataType<T> type = param.getDataType().asConvertedDataType(SqliteBinding.of(param.getType()));
    T value = param.getValue();
    if (param.isInline()) {
      return DSL.inline(value, type);
    }
    String name = param.getParamName();
    return name == null ? DSL.val(value, type) : DSL.param(name, type).$value(value);
  }
}
