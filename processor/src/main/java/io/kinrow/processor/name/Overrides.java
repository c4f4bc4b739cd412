package io.kinrow.processor.name;

import io.kinrow.processor.fact.TableId;
import java.util.Map;

/**
 * The user's names, matched with the schema.
 *
 * @param entities by table
 * @param repositories by table
 * @param properties by table and column
 * @param relations by end
 */
record Overrides(
    Map<TableId, String> entities,
    Map<TableId, String> repositories,
    Map<ColumnId, String> properties,
    Map<RelationEnd, String> relations) {

  /** Which column: its table and its SQL name. */
  record ColumnId(TableId table, String column) {}
}
