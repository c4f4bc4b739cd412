package io.kinrow.microblog.command;

import io.kinrow.migrate.compare.DiffOptions;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that name what was renamed between two schemas. */
final class RenameOptions {

  @Option(
      names = "--rename",
      paramLabel = "TABLE.OLD=NEW",
      description = "A column that was renamed.")
  private Map<String, String> columns = Map.of();

  @Option(
      names = "--rename-table",
      paramLabel = "OLD=NEW",
      description = "A table that was renamed.")
  private Map<String, String> tables = Map.of();

  /**
   * The same options with these renames.
   *
   * @throws IllegalArgumentException if one of them is not a rename
   */
  DiffOptions addedTo(DiffOptions options) {
    DiffOptions added = options;
    for (Map.Entry<String, String> table : tables.entrySet()) {
      added = added.renameTable(table.getKey(), table.getValue());
    }
    for (Map.Entry<String, String> column : columns.entrySet()) {
      added = added.renameColumn(column.getKey(), column.getValue());
    }
    return added;
  }
}
