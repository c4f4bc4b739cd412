package io.kinrow.processor.jooq;

import java.util.List;

/**
 * An index over plain columns of all rows.
 *
 * @param origin {@code c} by CREATE INDEX, {@code u} by UNIQUE, {@code pk} by PRIMARY KEY
 */
record SqliteIndex(String name, boolean unique, String origin, List<String> columns) {

  boolean created() {
    return origin.equals("c");
  }

  boolean primary() {
    return origin.equals("pk");
  }
}
