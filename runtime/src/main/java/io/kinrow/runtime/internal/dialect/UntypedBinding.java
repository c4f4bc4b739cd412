package io.kinrow.runtime.internal.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.impl.AbstractBinding;

/**
 * How jOOQ itself writes and reads columns of a type that it does not know, such as {@code citext}:
 * as text whose type the database finds out from where it stands, so that it is compared as the
 * column's type compares. Generated code names it; immutable and thread-safe.
 */
public final class UntypedBinding extends AbstractBinding<String, String> {

  private static final long serialVersionUID = 1;

  /** For generated code. */
  public UntypedBinding() {}

  @Override
  public Converter<String, String> converter() {
    return Texts.CONVERTER;
  }

  /** Not jOOQ's identity, since what is stored may come back otherwise: the spaces of an hstore. */
  private static final class Texts {
    static final Converter<String, String> CONVERTER =
        Converter.ofNullable(String.class, String.class, text -> text, text -> text);
  }

  @Override
  public void set(BindingSetStatementContext<String> context) throws SQLException {
    String value = context.value();
    if (value == null) {
      context.statement().setNull(context.index(), Types.OTHER);
    } else {
      PostgresValues values = PostgresValues.INSTANCE;
      values.bind(context.statement(), context.index(), values.stored(new Untyped(value)));
    }
  }

  @Override
  public void get(BindingGetResultSetContext<String> context) throws SQLException {
    ResultSet result = context.resultSet();
    context.value(result.getString(context.index()));
  }

  @Override
  public void register(BindingRegisterContext<String> context) throws SQLException {
    context.statement().registerOutParameter(context.index(), Types.VARCHAR);
  }

  @Override
  public void get(BindingGetStatementContext<String> context) throws SQLException {
    context.value(context.statement().getString(context.index()));
  }
}
