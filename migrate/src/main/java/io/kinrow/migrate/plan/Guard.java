package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.compare.Tables;
import java.util.Collection;
import java.util.List;

/** A table dropped under foreign_keys = ON first deletes its rows, and so its children's. */
final class Guard {

  /** What readers of the script are told. */
  static final String WHY =
      "Other tables reference a table that is dropped here: with foreign keys on, SQLite would\n"
          + "delete their rows. This fails before anything is changed, unless foreign keys are off.";

  private Guard() {}

  /** Statements that fail unless foreign keys are off; none where no other table is in danger. */
  static List<String> statements(Catalog catalog, Collection<Name> going) {
    return going.stream().noneMatch(name -> Tables.isReferenced(catalog, name))
        ? List.of()
        : List.of(
            "CREATE TEMP TABLE kinrow_guard (\n  foreign_keys INTEGER"
                + " CONSTRAINT run_with_foreign_keys_off CHECK (foreign_keys = 0)\n)",
            "INSERT INTO kinrow_guard SELECT foreign_keys FROM pragma_foreign_keys",
            "DROP TABLE temp.kinrow_guard");
  }
}
