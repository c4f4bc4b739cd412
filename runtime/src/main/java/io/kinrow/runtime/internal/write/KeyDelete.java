package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.KeyPlaces;
import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.KeySets;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.TableQueries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes rows by a set of primary keys. */
final class KeyDelete {

  private record Text(EntityMapping<?> mapping, int places) {}

  private final EntityMapping<?> mapping;
  private final int[] columns;
  private final Class<?>[] types;
  private final KeyPlaces places;

  /**
   * @param keys their parts; one with a part that is null has no row
   */
  KeyDelete(EntityMapping<?> mapping, List<@Nullable Object[]> keys) {
    this.mapping = mapping;
    this.columns = mapping.info().key();
    this.types = mapping.normalTypes(columns);
    this.places = KeyPlaces.of(keys.size(), types);
    for (@Nullable Object[] key : keys) {
      Object normal = mapping.normal(columns, key);
      if (normal != null) {
        places.add(normal);
      }
    }
  }

  /** Deletes all of them or none; returns how many. */
  int run(Scope scope) {
    return KeySets.isOneStatement(scope, places.keys().size(), types)
        ? delete(scope)
        : Transactions.in(scope, this::delete);
  }

  private int delete(Scope scope) {
    return KeySets.delete(
        scope,
        places.keys(),
        types,
        binds -> text(scope.core(), binds),
        Binder.NONE,
        () -> mapping.place(columns),
        (failure, sql) -> new Violation(scope, mapping).ofKeys(failure, sql, places.keys()));
  }

  private String text(Core core, int binds) {
    return core.text(
        new Text(mapping, binds),
        context ->
            TableQueries.deleteAmong(
                context, mapping.table(), List.of(), mapping.fields(columns), binds));
  }
}
