package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.connect.Failures;
import io.kinrow.runtime.internal.dialect.BindPlace;
import io.kinrow.runtime.internal.dialect.UnfitValueException;
import io.kinrow.runtime.internal.run.Binder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** A statement that jOOQ renders for this one use, with its values. */
public final class Dynamic {

  private static final DataType<Object> PLACE =
      SQLDataType.OTHER.asConvertedDataType(new PlaceBinding());

  private final String sql;
  private final List<Object> values;

  /**
   * What queries have in common that differ in their values only.
   *
   * @param key equal for queries that have the same text
   * @param values the values of this one, in the order of the text's binds
   */
  public record Shape(Object key, List<Object> values) {}

  private Dynamic(String sql, List<Object> values) {
    this.sql = sql;
    this.values = values;
  }

  /**
   * Renders a statement for a database: long lists as one bind each, and if there are still more
   * binds than the engine takes, all values as part of the text.
   *
   * @throws DataAccessException if it would be longer than the engine takes
   */
  public static Dynamic of(Core core, QueryPart query) {
    try {
      return rendered(core, query);
    } catch (StackOverflowError e) {
      throw new DataAccessException(
          "the statement's conditions are nested too deeply to be written" + Failures.TOO_LARGE, e);
    }
  }

  private static Dynamic rendered(Core core, QueryPart query) {
    DSLContext renderer = core.renderer();
    List<Object> values = values(core, renderer, query);
    if (values.size() > ValueLists.LONGEST_SPELLED && core.dialect().bindsLists()) {
      renderer = core.rendererOfLongLists();
      values = values(core, renderer, query);
    }
    return values.size() > core.dialect().mostBinds()
        ? inlined(core, query, values.size())
        : new Dynamic(renderer.render(query), values);
  }

  /** The values of a statement, as the database has them. */
  private static List<Object> values(Core core, DSLContext renderer, QueryPart query) {
    Collection<Param<?>> params = renderer.extractParams(query).values();
    List<Object> values = new ArrayList<>(params.size());
    for (Param<?> param : params) {
      if (param.getParamName() != null) {
        return renderer.extractBindValues(query); // it may stand in several places
      }
      if (!param.isInline()) {
        values.add(databaseValue(core, param));
      }
    }
    return values;
  }

  /** A value as the database has it, where its type has a converter. */
  @SuppressWarnings("NullAway") // NULL is a value like others, which converters take
  public static <T> Object databaseValue(Core core, Param<T> param) {
    return core.values().ofType(param.getConverter().to(param.getValue()), param.getDataType());
  }

  /**
   * A place for a value that has the form in which it is bound already, whatever type stands in the
   * place.
   */
  public static Field<?> place(Object stored) {
    return DSL.val(stored, PLACE);
  }

  /**
   * The same as jOOQ writes a place for a column's value.
   *
   * @param value the column's value, which stands in the text of a statement with too many binds
   * @param stored the form in which it is bound
   */
  public static Field<?> place(Field<?> column, @Nullable Object value, @Nullable Object stored) {
    return DSL.val(
        stored, SQLDataType.OTHER.asConvertedDataType(new ColumnPlaceBinding(column, value)));
  }

  /** Writes a place of a column. */
  private static final class ColumnPlaceBinding extends PlaceBinding {

    private static final long serialVersionUID = 1;

    private final transient Field<?> column;
    private final transient @Nullable Object value;

    ColumnPlaceBinding(Field<?> column, @Nullable Object value) {
      this.column = column;
      this.value = value;
    }

    @Override
    protected void sqlBind(BindingSQLContext<Object> context) {
      context.render().visit(DSL.val(null, column));
    }

    @Override
    protected void sqlInline(BindingSQLContext<Object> context) {
      context.render().visit(DSL.inline(value, column));
    }
  }

  /** Writes a place; the value is bound by {@link #binder}. */
  private static class PlaceBinding extends AbstractBinding<Object, Object> {

    private static final long serialVersionUID = 1;

    @Override
    public Converter<Object, Object> converter() {
      return Converters.identity(Object.class);
    }

    @Override
    protected void sqlBind(BindingSQLContext<Object> context) {
      context.render().sql(context.variable());
    }

    @Override
    protected void sqlInline(BindingSQLContext<Object> context) {
      context.render().visit(DSL.inline(context.value().toString()));
    }

    @Override
    public void set(BindingSetStatementContext<Object> context) throws SQLException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void get(BindingGetResultSetContext<Object> context) throws SQLException {
      throw new SQLFeatureNotSupportedException();
    }
  }

  private static Dynamic inlined(Core core, QueryPart query, int values) {
    String text = core.renderer().renderInlined(query);
    int longest = core.dialect().longestStatement();
    if (isLonger(text, longest)) {
      throw new DataAccessException(
          "the statement has "
              + values
              + " values, but the database accepts at most "
              + core.dialect().mostBinds()
              + ", and with the values in its text, it would be longer than "
              + longest
              + " bytes"
              + Failures.TOO_LARGE
              + ": ["
              + Failures.shortened(text)
              + "]");
    }
    return new Dynamic(text, List.of());
  }

  private static boolean isLonger(String text, int bytes) {
    return text.length() > bytes
        || (text.length() > bytes / 3 && text.getBytes(StandardCharsets.UTF_8).length > bytes);
  }

  /** Takes the text of an earlier query of the same shape, or renders it. */
  public static Dynamic of(Core core, @Nullable Shape shape, Supplier<? extends QueryPart> query) {
    if (shape == null) {
      return of(core, query.get());
    }
    String known = core.shapes().text(shape.key());
    if (known != null) {
      return new Dynamic(known, shape.values());
    }
    Dynamic rendered = of(core, query.get());
    // a dialect that binds in another order, or other values, does not keep its texts
    if (rendered.values.equals(shape.values())) {
      core.shapes().keep(shape.key(), rendered.sql);
    }
    return rendered;
  }

  /** Its text. */
  public String sql() {
    return sql;
  }

  /** Binds its values in the form in which fixed statements write them. */
  public Binder binder() {
    if (values.isEmpty()) {
      return Binder.NONE;
    }
    return binds -> {
      for (int i = 0; i < values.size(); i++) {
        try {
          binds.add(values.get(i));
        } catch (UnfitValueException e) {
          throw e.at(Failures.shortened(BindPlace.of(sql, i + 1)));
        }
      }
    };
  }
}
