package io.kinrow.processor.write;

import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.TableModel;
import java.util.List;

/** What is known of a column, in a sentence. */
final class ColumnDoc {

  private ColumnDoc() {}

  static String of(TableModel table, ColumnModel column) {
    StringBuilder text = new StringBuilder("Column ").append(Doc.code(column.name()));
    if (table.primaryKey().equals(List.of(column))) {
      text.append(", the primary key");
    } else if (table.primaryKey().contains(column)) {
      text.append(", part of the primary key");
    } else if (table.uniqueKeys().stream().anyMatch(key -> key.columns().equals(List.of(column)))) {
      text.append(", unique");
    }
    if (column.identity()) {
      text.append(", numbered by the database");
    } else if (column.generated()) {
      text.append(", computed by the database");
    } else if (column.defaulted()) {
      text.append(", with a default");
    }
    return text.append(column.nullable() ? "; empty when it is NULL." : ".").toString();
  }
}
