package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.sql.Core;
import org.jooq.Condition;

/**
 * Refuses a write by a condition that would concern all rows, or all or none, whatever they hold.
 *
 * @param method what it is called
 * @param written what it does to rows, such as {@code deleted}
 * @param write the same in another form, such as {@code delete}
 * @param other what does it to all rows
 */
record AllRows(String method, String written, String write, String other) {

  static final AllRows DELETED = new AllRows("deleteWhere", "deleted", "delete", "deleteAll()");
  static final AllRows UPDATED = updated("update");
  static final AllRows UPDATED_RETURNING = updated("updateReturning");

  private static AllRows updated(String method) {
    return new AllRows(method, "updated", "update", "updateAll(…)");
  }

  /**
   * Checks a condition.
   *
   * @throws IllegalArgumentException if all rows fulfil it, or all or none, whatever they hold
   */
  void refuse(Core core, EntityMapping<?> mapping, Condition condition) {
    Certainty certainty = Certainty.of(core, mapping, condition);
    if (certainty == Certainty.ALWAYS) {
      throw refused(mapping, "is true of every row, so all rows would be " + written);
    } else if (certainty == Certainty.ALIKE) {
      throw refused(
          mapping,
          "or an alternative of its OR names no column of "
              + mapping
              + " (in a subquery, qualify columns with the table's name), so it would "
              + write
              + " all rows or none, whatever they hold");
    }
  }

  private IllegalArgumentException refused(EntityMapping<?> mapping, String why) {
    return new IllegalArgumentException(
        method
            + " of "
            + mapping
            + ": the condition "
            + why
            + "; to "
            + write
            + " all rows, call "
            + other);
  }
}
