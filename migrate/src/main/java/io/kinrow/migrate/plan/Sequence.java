package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.sql.Names;
import java.util.List;

/** The counters of AUTOINCREMENT tables: ids of rows deleted long ago are not given out again. */
final class Sequence {

  private Sequence() {}

  /** Statements that let one table count on where another one is. */
  static List<String> carry(Name from, Name to) {
    return List.of(
        "DELETE FROM sqlite_sequence WHERE name = " + Names.literal(to.text()),
        "INSERT INTO sqlite_sequence (name, seq)\n  SELECT "
            + Names.literal(to.text())
            + ", seq FROM sqlite_sequence WHERE name = "
            + Names.literal(from.text()));
  }
}
