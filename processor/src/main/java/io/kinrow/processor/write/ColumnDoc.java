package io.kinrow.processor.write;

import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.ManagedModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.runtime.internal.entity.ManagedColumn.Role;
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
    ManagedModel managed = column.managed();
    if (managed != null) {
      text.append(", ").append(managed(managed.role()));
    }
    return text.append(column.nullable() ? "; empty when it is NULL." : ".").toString();
  }

  private static String managed(Role role) {
    return switch (role) {
      case VERSION, ROW_VERSION -> "the version of the row, which updates and deletions check";
      case CREATED_AT -> "filled with the time of the insert";
      case UPDATED_AT -> "filled with the time of the last write";
      case CREATED_BY -> "filled with the user who inserts the row";
      case UPDATED_BY -> "filled with the user who writes the row";
    };
  }
}
