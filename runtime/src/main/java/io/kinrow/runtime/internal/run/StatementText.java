package io.kinrow.runtime.internal.run;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.DataType;
import org.jooq.Param;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Whole statements as the one value of a jOOQ query: it renders as the statement's text, which jOOQ
 * must not read as a template, and binds as all of the statement's values, in the form in which
 * they are bound without jOOQ.
 */
final class StatementText extends AbstractBinding<Object, Object> {

  private static final long serialVersionUID = 1;

  private static final DataType<Object> TYPE =
      SQLDataType.OTHER.asConvertedDataType(new StatementText());

  private StatementText() {}

  /** A statement with the values that a binder binds. */
  private record Bound(String sql, JooqExecution execution, Binder binder) {}

  /** A statement as a jOOQ value. */
  static Param<Object> of(String sql, JooqExecution execution, Binder binder) {
    return DSL.val(value(sql, execution, binder), TYPE);
  }

  /** What takes the place of another value of {@link #of}. */
  static Object value(String sql, JooqExecution execution, Binder binder) {
    return new Bound(sql, execution, binder);
  }

  @Override
  public Converter<Object, Object> converter() {
    return Converters.identity(Object.class);
  }

  @Override
  public void sql(BindingSQLContext<Object> context) {
    context.render().sql(((Bound) context.value()).sql, true);
  }

  @Override
  public void set(BindingSetStatementContext<Object> context) throws SQLException {
    Bound bound = (Bound) context.value();
    try {
      bound.binder.bind(bound.execution.binds(context.statement()));
    } catch (RuntimeException e) {
      throw bound.execution.refused(e);
    }
  }

  @Override
  public void get(BindingGetResultSetContext<Object> context) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }
}
