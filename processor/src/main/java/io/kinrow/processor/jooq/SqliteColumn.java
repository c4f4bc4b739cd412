package io.kinrow.processor.jooq;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code PRAGMA table_xinfo}.
 *
 * @param type as declared, possibly empty
 * @param keyPosition place in the primary key from 1, or 0
 * @param hidden 0 plain, 1 hidden in a virtual table, 2 generated, 3 generated and stored
 */
record SqliteColumn(
    String name,
    String type,
    boolean notNull,
    @Nullable String defaultValue,
    int keyPosition,
    int hidden) {

  SqliteColumn withType(String other) {
    return new SqliteColumn(name, other, notNull, defaultValue, keyPosition, hidden);
  }

  boolean isInteger() {
    return type.equalsIgnoreCase("INTEGER") || type.equalsIgnoreCase("INT");
  }

  boolean generated() {
    return hidden == 2 || hidden == 3;
  }
}
