package io.kinrow.processor.write;

import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.TableModel;
import java.sql.SQLException;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/**
 * Stands for a jOOQ table class, which does not exist yet as a class while the processor runs: same
 * names, and binds that are written in the same way.
 */
final class StandIn extends TableImpl<Record> {

  private static final long serialVersionUID = 1L;

  StandIn(TableModel table) {
    super(
        DSL.name(table.id().name()),
        table.id().schema().isEmpty() ? null : DSL.schema(DSL.name(table.id().schema())));
    for (ColumnModel column : table.columns()) {
      createField(
          DSL.name(column.name()),
          SQLDataType.OTHER.asConvertedDataType(new Bind(column.bind())),
          this,
          "");
    }
  }

  Field<?> of(ColumnModel column) {
    return field(column.position());
  }

  /** Writes a bind as told. */
  private static final class Bind extends AbstractBinding<Object, Object> {

    private static final long serialVersionUID = 1L;

    private final String text;

    Bind(String text) {
      this.text = text;
    }

    @Override
    public Converter<Object, Object> converter() {
      return Converters.identity(Object.class);
    }

    @Override
    public void sql(BindingSQLContext<Object> context) throws SQLException {
      context.render().sql(text.isEmpty() ? "?" : text);
    }

    @Override
    public void set(BindingSetStatementContext<Object> context) {
      throw new UnsupportedOperationException("never runs");
    }

    @Override
    public void get(BindingGetResultSetContext<Object> context) {
      throw new UnsupportedOperationException("never runs");
    }
  }
}
