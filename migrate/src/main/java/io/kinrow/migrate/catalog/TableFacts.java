package io.kinrow.migrate.catalog;

import java.util.List;
import java.util.Map;

/**
 * What the PRAGMAs say of one table.
 *
 * @param row its row of {@code table_list}
 * @param indexColumns those of its indexes, by the index's name
 */
record TableFacts(
    Map<String, Object> row,
    List<Map<String, Object>> columns,
    List<Map<String, Object>> foreignKeys,
    List<Map<String, Object>> indexes,
    Map<Name, List<Map<String, Object>>> indexColumns) {

  static final TableFacts NONE =
      new TableFacts(Map.of(), List.of(), List.of(), List.of(), Map.of());
}
