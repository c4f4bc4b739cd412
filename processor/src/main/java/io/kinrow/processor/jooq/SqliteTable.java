package io.kinrow.processor.jooq;

import io.kinrow.runtime.internal.dialect.SqliteBinding;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Name;
import org.jooq.TableOptions.TableType;
import org.jooq.meta.AbstractTableDefinition;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.DefaultDataTypeDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jspecify.annotations.Nullable;

/** jOOQ's view of one table or view of SQLite, from the catalogue alone. */
final class SqliteTable extends AbstractTableDefinition {

  private final SqliteTableInfo info;
  private final List<SqliteType> types;

  SqliteTable(SchemaDefinition schema, SqliteTableInfo info, List<SqliteType> types) {
    super(
        schema,
        info.name(),
        "",
        info.kind() == SqliteTableInfo.Kind.VIEW ? TableType.VIEW : TableType.TABLE,
        info.sql());
    this.info = info;
    this.types = types;
  }

  SqliteTableInfo info() {
    return info;
  }

  @Override
  protected List<ColumnDefinition> getElements0() {
    List<ColumnDefinition> columns = new ArrayList<>();
    for (SqliteColumn column : info.columns()) {
      SqliteType type = types.get(columns.size());
      boolean identity = info.isIdentity(column);
      boolean nullable = !column.notNull() && column.keyPosition() == 0;
      columns.add(
          new SqliteColumnDefinition(
              this,
              column.name(),
              columns.size() + 1,
              new DefaultDataTypeDefinition(
                  getDatabase(),
                  getSchema(),
                  type.name(),
                  type.length(),
                  type.precision(),
                  type.scale(),
                  nullable,
                  defaultValue(column),
                  (Name) null,
                  null,
                  binding(column, type),
                  null),
              identity,
              null));
    }
    return columns;
  }

  /** jOOQ itself reads and writes the column as repositories do. */
  private String binding(SqliteColumn column, SqliteType type) {
    boolean numeric =
        info.kind() == SqliteTableInfo.Kind.TABLE
            && type.isText()
            && info.turnsTextIntoNumbers(column);
    if (type.scale() > 0) {
      return SqliteBinding.class.getName() + ".decimal(" + type.scale() + ")";
    }
    return SqliteBinding.class.getName()
        + (numeric ? ".numeric(" : ".of(")
        + type.javaType()
        + ".class)";
  }

  private static @Nullable String defaultValue(SqliteColumn column) {
    String value = column.defaultValue();
    return column.generated() || value == null || value.equalsIgnoreCase("null") ? null : value;
  }
}
