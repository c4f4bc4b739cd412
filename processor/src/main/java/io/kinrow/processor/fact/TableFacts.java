package io.kinrow.processor.fact;

import java.util.List;

/** One table or view: everything that {@code @TableDescription} says of it, except Java names. */
public record TableFacts(
    TableId id,
    boolean view,
    boolean triggers,
    boolean partitioned,
    List<ColumnFacts> columns,
    List<String> primaryKey,
    List<KeyFacts> uniqueKeys,
    List<KeyFacts> indexes,
    List<ReferenceFacts> references) {

  public TableFacts {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    uniqueKeys = List.copyOf(uniqueKeys);
    indexes = List.copyOf(indexes);
    references = List.copyOf(references);
  }

  /** SQL names of the columns, in table order. */
  public List<String> columnNames() {
    return columns.stream().map(ColumnFacts::name).toList();
  }

  /** Whether these columns, in any order, are the primary key or a unique key. */
  public boolean isKey(List<String> someColumns) {
    return Keys.sameColumns(primaryKey, someColumns)
        || uniqueKeys.stream().anyMatch(key -> Keys.sameColumns(key.columns(), someColumns));
  }

  /**
   * Whether this is a pure join table: two foreign keys, whose columns are all the columns there
   * are and together a key.
   */
  public boolean join() {
    if (references.size() != 2) {
      return false;
    }
    List<String> first = references.get(0).columns();
    List<String> second = references.get(1).columns();
    return first.size() + second.size() == columns.size()
        && Keys.sameColumns(columnNames(), Keys.concat(first, second))
        && isKey(columnNames());
  }

  /** The other foreign key of a pure join table. */
  public ReferenceFacts far(ReferenceFacts near) {
    return references.get(references.indexOf(near) == 0 ? 1 : 0);
  }
}
