package io.kinrow.processor.jooq;

import java.util.List;
import org.jooq.TableOptions.TableType;
import org.jooq.meta.AbstractTableDefinition;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.SchemaDefinition;

/**
 * A table whose columns SQLite itself cannot tell, such as a view of a table that is gone. It
 * stands among the others so that an exclude can leave it out; when none does, generation fails
 * with its reason.
 */
final class UnreadableTable extends AbstractTableDefinition {

  private final String reason;

  UnreadableTable(SchemaDefinition schema, String name, String reason) {
    super(schema, name, "", TableType.TABLE, "");
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  @Override
  protected List<ColumnDefinition> getElements0() {
    return List.of();
  }
}
