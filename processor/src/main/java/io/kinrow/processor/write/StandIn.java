package io.kinrow.processor.write;

import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.TableModel;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.exception.SQLDialectNotSupportedException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/**
 * Stands for a jOOQ table class, which does not exist yet as a class while the processor runs: same
 * names, and the data types that follow from the Java types.
 */
final class StandIn extends TableImpl<Record> {

  private static final long serialVersionUID = 1L;

  StandIn(TableModel table) {
    super(
        DSL.name(table.id().name()),
        table.id().schema().isEmpty() ? null : DSL.schema(DSL.name(table.id().schema())));
    for (ColumnModel column : table.columns()) {
      createField(DSL.name(column.name()), type(column), this, "");
    }
  }

  Field<?> of(ColumnModel column) {
    return field(column.position());
  }

  private static DataType<?> type(ColumnModel column) {
    try {
      Class<?> type =
          switch (column.type().kind()) {
            case BYTES -> byte[].class;
            case ARRAY, OTHER -> Object.class;
            default -> Class.forName(column.type().mirror().toString());
          };
      return DefaultDataType.getDataType(SQLDialect.DEFAULT, type);
    } catch (ClassNotFoundException | SQLDialectNotSupportedException e) {
      return SQLDataType.OTHER;
    }
  }
}
