package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an edit does to the files, and the catalogue that must come out.
 *
 * @param expected gives that catalogue
 */
record Change(List<Splice> splices, Expectation expected) {

  Change {
    splices = List.copyOf(splices);
  }

  /** Says what must come out. */
  @FunctionalInterface
  interface Expectation {

    /**
     * Returns the catalogue that is wanted.
     *
     * @param before the catalogue before the edit
     * @param after what came out, for those parts of it that nobody asked for in so many words
     */
    Catalog of(Catalog before, Catalog after);
  }

  /** A change of one table. */
  static Change ofTable(List<Splice> splices, Name table, UnaryOperator<Table> change) {
    return new Change(
        splices, (before, after) -> before.with(change.apply(before.table(table).orElseThrow())));
  }
}
