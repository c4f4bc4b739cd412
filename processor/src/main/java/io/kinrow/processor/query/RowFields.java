package io.kinrow.processor.query;

import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.ColumnOfTable;
import io.kinrow.processor.model.RowField;
import io.kinrow.processor.model.RowPart;
import io.kinrow.processor.model.StatementFacts.ResultColumn;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;

/** Names the columns of records by the components that they are read into. */
final class RowFields {

  private final List<ResultColumn> columns;
  private final List<RowField> fields = new ArrayList<>();

  private RowFields(List<ResultColumn> columns) {
    this.columns = columns;
  }

  /** One for each column of a statement, in their order. */
  static List<RowField> of(RowPart.Components record, List<ResultColumn> columns) {
    RowFields fields = new RowFields(columns);
    fields.add("", record);
    fields.fields.sort(Comparator.comparingInt(RowField::position));
    return List.copyOf(fields.fields);
  }

  private void add(String prefix, RowPart.Components record) {
    List<RecordComponentElement> components = TypeUses.components(record.type());
    for (int i = 0; i < components.size(); i++) {
      String name = prefix + components.get(i).getSimpleName();
      RowPart part = record.parts().get(i);
      if (part instanceof RowPart.Value value) {
        ResultColumn column = value.column();
        fields.add(
            new RowField(
                name,
                column.position(),
                column.origin(),
                value.type(),
                column.nullability() == Nullability.NOT_NULL));
      } else if (part instanceof RowPart.Components inside) {
        add(name + ".", inside);
      } else if (part instanceof RowPart.Entity entity) {
        add(name + ".", entity);
      }
    }
  }

  private void add(String prefix, RowPart.Entity entity) {
    for (ColumnModel column : entity.table().shown()) {
      int position = entity.first() + column.position();
      fields.add(
          new RowField(
              prefix + column.property(),
              position,
              Optional.of(new ColumnOfTable(entity.table(), column)),
              column.type(),
              columns.get(position - 1).nullability() == Nullability.NOT_NULL));
    }
  }
}
