package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Name;
import java.util.List;

/** The counters of AUTOINCREMENT tables: ids of rows deleted long ago are not given out again. */
final class Sequence {

  private Sequence() {}

  /** Statements that let one table count on where another one is. */
  static List<String> carry(Name from, Name to) {
    return List.of(
        "DELETE FROM sqlite_sequence WHERE name = " + string(to),
        "INSERT INTO sqlite_sequence (name, seq)\n  SELECT "
            + string(to)
            + ", seq FROM sqlite_sequence WHERE name = "
            + string(from));
  }

  private static String string(Name name) {
    return "'" + name.text().replace("'", "''") + "'";
  }
}
