package io.kinrow.processor.read;

import io.kinrow.processor.fact.TableId;
import io.kinrow.processor.problem.Origin;
import io.kinrow.runtime.internal.dialect.RowVersion;
import io.kinrow.runtime.internal.entity.ManagedColumn.Role;

/**
 * One rule that names columns: {@code version}, {@code users.version}, {@code app.users.version},
 * or one of these behind {@code !}.
 */
record ManagedRule(Role role, String text, Origin origin) {

  /** A rule that does not name the column. */
  static final int NONE = 0;

  /** A rule that names the column in all tables. */
  static final int COLUMN = 1;

  boolean exempts() {
    return text.startsWith("!");
  }

  String name() {
    return exempts() ? text.substring(1) : text;
  }

  /** Whether the rule names the version that a database may keep for the rows of a table. */
  boolean isRowVersion(TableId table) {
    return role == Role.VERSION && exactness(table, RowVersion.NAME) != NONE;
  }

  /** How exactly the rule names a column: the more, the larger. */
  int exactness(TableId table, String column) {
    if (name().equalsIgnoreCase(column)) {
      return COLUMN;
    } else if (name().equalsIgnoreCase(table.name() + "." + column)) {
      return 2;
    }
    return name().equalsIgnoreCase(table + "." + column) ? 3 : NONE;
  }
}
