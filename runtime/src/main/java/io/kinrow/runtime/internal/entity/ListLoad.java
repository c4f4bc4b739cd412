package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.KeySets;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.TableQueries;
import io.kinrow.runtime.internal.sql.WindowedRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Loads one list for all records that are read together. Not thread-safe; its lists are. */
final class ListLoad<C> {

  /** The key of a row that has none. */
  static final Object NO_KEY = new Object();

  private final RecordList<?, C> list;
  private final Relation<?, ?> relation;
  private final EntityMapping<?> target;
  private final Scope scope;
  private final List<Object> keys = new ArrayList<>();
  private List<List<C>> lists = List.of();

  ListLoad(RecordList<?, C> list, Scope scope) {
    this.list = list;
    this.relation = list.relation();
    this.target = relation.target();
    this.scope = scope;
  }

  Supplier<List<C>> want(Object key) {
    int row = keys.size();
    keys.add(key);
    return () -> lists.get(row);
  }

  void load() {
    KeyPlaces places = KeyPlaces.of(Math.max(1, keys.size()), types(), targetTypes());
    int[] placeOf = new int[keys.size()];
    for (int row = 0; row < placeOf.length; row++) {
      placeOf[row] = keys.get(row) == NO_KEY ? -1 : places.add(keys.get(row));
    }
    @Nullable Object[] byPlace =
        places.keys().isEmpty()
            ? new Object[0]
            : RelationLoad.inLayers(places, types(), targetTypes(), this::children);
    lists = new ArrayList<>(placeOf.length);
    for (int place : placeOf) {
      @SuppressWarnings("unchecked") // lists that add made
      List<C> found = place < 0 ? null : (List<C>) byPlace[place];
      lists.add(found == null ? List.of() : Collections.unmodifiableList(found));
    }
  }

  private @Nullable Object[] children(KeyPlaces wanted) {
    WindowedRows.Window<C> window = list.records().window(scope);
    List<Integer> places = new ArrayList<>();
    KeySets.query(
        scope,
        RelationLoad.asReferred(relation, wanted.keys()),
        types(),
        this::sql,
        () -> relation.source().place(relation.source().info().slots()[relation.slot()]),
        row -> {
          while (row.next()) {
            window.take(row);
            places.add(wanted.find(near(row)));
          }
        });
    @Nullable Object[] byPlace = new @Nullable Object[wanted.room()];
    List<C> children = window.end();
    for (int i = 0; i < children.size(); i++) {
      if (places.get(i) >= 0) {
        add(byPlace, places.get(i), children.get(i));
      }
    }
    wanted.share(byPlace);
    return byPlace;
  }

  @SuppressWarnings("unchecked") // lists that this method made
  private static <C> void add(@Nullable Object[] lists, int place, C child) {
    if (lists[place] == null) {
      lists[place] = new ArrayList<C>();
    }
    ((List<C>) lists[place]).add(child);
  }

  /** The key of the row that a child belongs to, which stands behind the child's columns. */
  private Object near(Row row) throws SQLException {
    int position = list.records().width() + 1;
    return relation.join() == null
        ? target.storedKey(row, relation.targetSlot(), position)
        : relation.source().storedKey(row, relation.slot(), position);
  }

  private String sql(int places) {
    record Text(RecordList<?, ?> list, int places) {}
    return scope.core().text(new Text(list, places), context -> sql(context, places));
  }

  private String sql(DSLContext context, int places) {
    Selection selection = list.records().selection();
    List<Field<?>> ends = target.fields(target.info().slots()[relation.targetSlot()]);
    Relation.Join join = relation.join();
    Table<?> from = selection.from();
    List<Field<?>> near = ends;
    if (join != null) {
      Table<?> between = join.table().get().as("j_0");
      near = TableQueries.fields(between, join.near());
      from =
          selection.from(
              between
                  .join(target.table())
                  .on(Joined.equal(ends, TableQueries.fields(between, join.far()))));
    }
    List<Field<?>> columns = new ArrayList<>(selection.fields());
    columns.addAll(near);
    return TableQueries.related(
        context, from, columns, near, target.fields(target.info().key()), places);
  }

  private Class<?>[] types() {
    return relation.source().storedTypes(relation.slot());
  }

  private Class<?>[] targetTypes() {
    return relation.join() == null ? target.storedTypes(relation.targetSlot()) : types();
  }
}
