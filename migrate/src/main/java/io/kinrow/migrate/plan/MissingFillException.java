package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Name;

/** A column that becomes NOT NULL, and no value for the rows that exist. */
final class MissingFillException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Refuses.
   *
   * @param instead what else may be meant; may be empty
   */
  MissingFillException(Name table, Column column, String instead) {
    super(
        "%s.%s is new and NOT NULL, and existing rows have no value for it: give one, as in"
                .formatted(table, column.name())
            + " --fill %s.%s=\"%s\", or give the column a DEFAULT, or let it be NULL"
                .formatted(table, column.name(), example(column))
            + instead);
  }

  private static String example(Column column) {
    String type = column.type();
    return type.contains("CHAR") || type.contains("TEXT") ? "''" : "0";
  }
}
