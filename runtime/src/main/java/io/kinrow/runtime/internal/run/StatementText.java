package io.kinrow.runtime.internal.run;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;

/**
 * A whole statement as the one value of a jOOQ query: it renders as the statement's text, which
 * jOOQ must not read as a template, and binds as all of the statement's values, in the form in
 * which they are bound without jOOQ.
 */
final class StatementText implements Binding<Object, Object> {

  private static final long serialVersionUID = 1;

  private final String sql;
  private final transient JooqExecution execution;
  private final transient RowBinder<Object> binder;

  StatementText(String sql, JooqExecution execution, RowBinder<Object> binder) {
    this.sql = sql;
    this.execution = execution;
    this.binder = binder;
  }

  @Override
  public Converter<Object, Object> converter() {
    return Converters.identity(Object.class);
  }

  @Override
  public void sql(BindingSQLContext<Object> context) {
    context.render().sql(sql, true);
  }

  @Override
  public void set(BindingSetStatementContext<Object> context) throws SQLException {
    binder.bind(execution.binds(context.statement()), context.value());
  }

  @Override
  public void register(BindingRegisterContext<Object> context) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void set(BindingSetSQLOutputContext<Object> context) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void get(BindingGetResultSetContext<Object> context) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void get(BindingGetStatementContext<Object> context) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void get(BindingGetSQLInputContext<Object> context) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }
}
