package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.Scope;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The lists of records that are read together: one statement for each component, however many
 * records there are. Not thread-safe; its lists are.
 */
public final class RecordLists {

  private final Scope scope;
  private final EntityMapping<?> source;
  private final Selection selection;
  private final Map<RecordList<?, ?>, ListLoad<?>> loads = new HashMap<>();

  RecordLists(Scope scope, EntityMapping<?> source, Selection selection) {
    this.scope = scope;
    this.source = source;
    this.selection = selection;
  }

  /**
   * Notes that a list belongs to the current row.
   *
   * @return what gives the list, which cannot be changed, once it is loaded
   */
  public <C> Supplier<List<C>> of(RecordList<?, C> list, Row row) throws SQLException {
    @SuppressWarnings("unchecked") // each list has its own
    ListLoad<C> load =
        (ListLoad<C>) loads.computeIfAbsent(list, first -> new ListLoad<>(list, scope));
    return load.want(key(list.relation(), row, selection.keyOf(list)));
  }

  /** A row without a key, which some unique keys can lack, has an empty list. */
  private Object key(Relation<?, ?> relation, Row row, int position) throws SQLException {
    int columns = source.info().slots()[relation.slot()].length;
    for (int i = 0; i < columns; i++) {
      if (row.rawOrNull(position + i) == null) {
        return ListLoad.NO_KEY;
      }
    }
    return source.storedKey(row, relation.slot(), position);
  }

  void load() {
    loads.values().forEach(ListLoad::load);
  }
}
