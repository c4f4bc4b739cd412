package io.kinrow.runtime.internal.dialect;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/**
 * The version that PostgreSQL itself gives each row: its system column {@code xmin}, the number of
 * the transaction that wrote the row last. It is in no list of a table's columns, and is a whole
 * number here, though its type compares with nothing but itself.
 */
public final class RowVersion {

  /** The name of the column. */
  public static final String NAME = "xmin";

  private RowVersion() {}

  /**
   * Whether an engine has the column.
   *
   * @param dialect jOOQ's name of its dialect
   */
  public static boolean isKeptBy(String dialect) {
    return dialect.equals(SQLDialect.POSTGRES.name());
  }

  /** The column of a table. */
  public static Field<Long> of(Table<?> table) {
    return new Shadow(table).version;
  }

  /**
   * A table of the same name with this column only: a column that jOOQ's own table had would be in
   * each of its records.
   */
  @SuppressWarnings("this-escape")
  private static final class Shadow extends TableImpl<Record> {

    private static final long serialVersionUID = 1;

    final transient Field<Long> version;

    Shadow(Table<?> table) {
      super(table.getUnqualifiedName(), table.getSchema());
      this.version =
          createField(
              DSL.name(NAME), SQLDataType.BIGINT.asConvertedDataType(new Numbers()), this, "");
    }
  }

  /** Compares by the column's own type, which is made from text only. */
  private static final class Numbers extends AbstractBinding<Long, Long> {

    private static final long serialVersionUID = 1;

    @Override
    public Converter<Long, Long> converter() {
      return Converters.identity(Long.class);
    }

    @Override
    public void sql(BindingSQLContext<Long> context) throws SQLException {
      boolean inlined = context.render().paramType() == ParamType.INLINED;
      String number = inlined ? "'" + context.value() + "'" : context.variable();
      context.render().sql("cast(cast(" + number + " as text) as xid)");
    }

    @Override
    public void set(BindingSetStatementContext<Long> context) throws SQLException {
      PreparedStatement statement = context.statement();
      statement.setLong(context.index(), context.value());
    }

    @Override
    public void get(BindingGetResultSetContext<Long> context) throws SQLException {
      context.value(context.resultSet().getLong(context.index()));
    }
  }
}
