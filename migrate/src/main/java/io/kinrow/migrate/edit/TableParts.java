package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Expression;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.KeyConstraint.Part;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables with one part exchanged: what an edit is to give. */
final class TableParts {

  private TableParts() {}

  static List<Name> names(List<String> names) {
    return names.stream().map(Name::new).toList();
  }

  /** A key over plain columns, with the collations that these have. */
  static KeyConstraint key(Table table, List<String> columns) {
    return new KeyConstraint(
        columns.stream()
            .map(Name::new)
            .map(
                name ->
                    new Part(
                        new Expression(name.text(), name.key()),
                        table.column(name).map(Column::collation).orElse("BINARY"),
                        false))
            .toList(),
        "");
  }

  static List<Name> columns(KeyConstraint key) {
    return key.columns().stream().map(part -> new Name(part.expression().text())).toList();
  }

  static Table withColumns(Table table, List<Column> columns) {
    return with(table, columns, table.uniqueKeys(), table.foreignKeys(), table.indexes());
  }

  static Table withUniqueKeys(Table table, List<KeyConstraint> keys) {
    return with(table, table.columns(), keys, table.foreignKeys(), table.indexes());
  }

  static Table withForeignKeys(Table table, List<ForeignKey> keys) {
    return with(table, table.columns(), table.uniqueKeys(), keys, table.indexes());
  }

  static Table withIndexes(Table table, List<Index> indexes) {
    return with(table, table.columns(), table.uniqueKeys(), table.foreignKeys(), indexes);
  }

  static Table withKey(
      Table table,
      List<Column> columns,
      @Nullable KeyConstraint key,
      @Nullable Name rowid,
      boolean autoincrement) {
    return new Table(
        table.name(),
        columns,
        key,
        rowid,
        autoincrement,
        table.uniqueKeys(),
        table.checks(),
        table.foreignKeys(),
        table.indexes(),
        table.strict(),
        table.withoutRowid(),
        table.virtual());
  }

  /** A column that accepts NULL, or does not. */
  static Column withNotNull(Column column, boolean notNull) {
    return new Column(
        column.name(),
        column.type(),
        notNull,
        notNull ? column.notNullConflict() : "",
        notNull ? column.notNullName() : null,
        column.defaultValue(),
        column.collation(),
        column.generation());
  }

  private static Table with(
      Table table,
      List<Column> columns,
      List<KeyConstraint> uniqueKeys,
      List<ForeignKey> foreignKeys,
      List<Index> indexes) {
    return new Table(
        table.name(),
        columns,
        table.primaryKey(),
        table.rowidColumn(),
        table.autoincrement(),
        uniqueKeys,
        table.checks(),
        foreignKeys,
        indexes,
        table.strict(),
        table.withoutRowid(),
        table.virtual());
  }
}
