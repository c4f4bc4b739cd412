package io.kinrow.migrate.prove;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogMemory;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.Passage;
import io.kinrow.migrate.compare.Tables;
import io.kinrow.migrate.plan.Inserts;
import io.kinrow.migrate.plan.ScratchSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.annotations.ApiStatus;

/**
 * Rows that two schemas allow: those that a proof tries a pair of scripts on.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class SampleRows {

  private SampleRows() {}

  /**
   * Returns one {@code INSERT} a row, parents first, for the tables of the old schema.
   *
   * @throws SQLException when the old schema cannot be made
   */
  public static List<String> inserts(Catalog old, Catalog desired) throws SQLException {
    RowSampler sampler = new RowSampler(old, desired, Passage.of(DiffOptions.defaults()), 1);
    List<String> inserts = new ArrayList<>();
    try (ScratchSchema filled = sampler.fill(new CatalogMemory())) {
      for (Table table : Tables.parentsFirst(old.tables())) {
        if (!table.isVirtual()) {
          inserts.addAll(Inserts.of(filled.connection(), table));
        }
      }
    }
    return inserts;
  }
}
