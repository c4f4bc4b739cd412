package io.kinrow.processor.jooq;

import io.kinrow.runtime.internal.TableDescription.Action;
import java.util.List;

/**
 * A foreign key of {@code PRAGMA foreign_key_list}; SQLite does not tell constraint names.
 *
 * @param key a name of ours, for jOOQ: unique in the table
 * @param target the table as it is really written
 */
record SqliteReference(
    String key,
    List<String> columns,
    String target,
    List<String> targetColumns,
    Action onDelete,
    Action onUpdate) {

  /** A foreign key may be declared twice; to navigation that is one. */
  boolean sameAs(SqliteReference other) {
    return columns.equals(other.columns)
        && target.equals(other.target)
        && targetColumns.equals(other.targetColumns);
  }

  /** With a key that none of the others has. */
  SqliteReference distinctFrom(List<SqliteReference> others) {
    String free = key;
    for (int number = 2; isTaken(free, others); number++) {
      free = key + "_" + number;
    }
    return new SqliteReference(free, columns, target, targetColumns, onDelete, onUpdate);
  }

  private static boolean isTaken(String key, List<SqliteReference> others) {
    return others.stream().anyMatch(other -> other.key.equals(key));
  }
}
