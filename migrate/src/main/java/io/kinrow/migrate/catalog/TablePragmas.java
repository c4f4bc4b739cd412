package io.kinrow.migrate.catalog;

import java.util.List;
import java.util.Map;

/**
 * What the PRAGMAs say of one table.
 *
 * @param row its row of {@code table_list}
 * @param indexColumns those of its indexes, by the index's name
 */
record TablePragmas(
    Map<String, Object> row,
    List<Map<String, Object>> columns,
    List<Map<String, Object>> foreignKeys,
    List<Map<String, Object>> indexes,
    Map<Name, List<Map<String, Object>>> indexColumns) {

  static final TablePragmas NONE =
      new TablePragmas(Map.of(), List.of(), List.of(), List.of(), Map.of());
}
