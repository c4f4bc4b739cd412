package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.compare.ColumnOrder;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.DiffOptions.ColumnPlace;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import io.kinrow.migrate.compare.DiffOptions.TableRename;
import java.util.List;
import java.util.Map;

/**
 * What a planner is asked for: the way from one catalogue to another.
 *
 * @param fills the values for rows that exist, by column
 * @param keepsData whether data that goes is parked
 * @param restores the data to bring back: of an undo
 * @param kept the columns to bring back, by the names that they have before the undo
 * @param undo whether this is the way back, on which a column that comes back without its data gets
 *     a stopgap rather than being refused
 */
public record Request(
    Catalog from,
    Catalog to,
    List<TableRename> tableRenames,
    List<ColumnRename> columnRenames,
    Map<ColumnPlace, String> fills,
    boolean keepsData,
    List<Parking> restores,
    List<Parking> kept,
    ColumnOrder order,
    boolean undo) {

  /** Returns the way that a person asks for. */
  public static Request forward(Catalog from, Catalog to, DiffOptions options) {
    return new Request(
        from,
        to,
        options.tableRenames(),
        options.columnRenames(),
        options.fills(),
        options.keepsData(),
        List.of(),
        List.of(),
        options.columnOrder(),
        false);
  }
}
