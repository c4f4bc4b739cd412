package io.kinrow.runtime.internal.dialect;

import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.DSL;

/**
 * How jOOQ itself writes and reads arrays whose elements are of a type that it does not know, such
 * as {@code citext[]}: as text, like {@link UntypedBinding}. Generated code names it; immutable and
 * thread-safe.
 */
public final class UntypedArrayBinding extends AbstractBinding<Object, String[]> {

  private static final long serialVersionUID = 1;

  /** For generated code. */
  public UntypedArrayBinding() {}

  @Override
  public Converter<Object, String[]> converter() {
    return Texts.CONVERTER;
  }

  private static final class Texts {
    static final Converter<Object, String[]> CONVERTER =
        Converter.ofNullable(Object.class, String[].class, Texts::of, texts -> texts);

    private static String[] of(Object array) {
      return array instanceof String[] texts
          ? texts
          : Arrays.stream((Object[]) array)
              .map(element -> element == null ? null : element.toString())
              .toArray(String[]::new);
    }
  }

  @Override
  protected void sqlInline(BindingSQLContext<String[]> context) {
    String[] value = context.value();
    context.render().visit(DSL.inline(value == null ? null : PostgresText.of(value)));
  }

  @Override
  protected void sqlBind(BindingSQLContext<String[]> context) {
    context.render().sql(context.variable());
  }

  @Override
  public void set(BindingSetStatementContext<String[]> context) throws SQLException {
    String[] value = context.value();
    if (value == null) {
      context.statement().setNull(context.index(), Types.OTHER);
    } else {
      PostgresValues values = PostgresValues.INSTANCE;
      values.bind(context.statement(), context.index(), values.stored(value));
    }
  }

  @Override
  public void get(BindingGetResultSetContext<String[]> context) throws SQLException {
    try {
      PostgresValues values = PostgresValues.INSTANCE;
      context.value((String[]) values.read(context.resultSet(), context.index(), String[].class));
    } catch (UnfitValueException e) {
      throw e.at(context.field().getQualifiedName().unquotedName().toString());
    }
  }

  @Override
  public void register(BindingRegisterContext<String[]> context) throws SQLException {
    context.statement().registerOutParameter(context.index(), Types.ARRAY);
  }

  @Override
  public void get(BindingGetStatementContext<String[]> context) throws SQLException {
    java.sql.Array array = context.statement().getArray(context.index());
    context.value(array == null ? null : Texts.of(array.getArray()));
  }
}
