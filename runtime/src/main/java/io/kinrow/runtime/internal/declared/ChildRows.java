package io.kinrow.runtime.internal.declared;

import io.kinrow.runtime.internal.run.Binds;
import io.kinrow.runtime.internal.sql.Scope;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the rows that were read together: one statement for all of them. Not thread-safe;
 * its lists are.
 */
public final class ChildRows<C extends @Nullable Object> {

  private final DeclaredSql sql;
  private final Scope scope;
  private final KeyBinder binder;
  private final DeclaredRows<Keyed<C>> rows;
  private final Set<Object> keys = new LinkedHashSet<>();
  private Map<Object, List<C>> byKey = Map.of();

  /** Binds the values of the statement. */
  @FunctionalInterface
  public interface KeyBinder {

    /** Binds all values, in order, with the list of keys among them. */
    void bind(Binds binds, List<Object> keys) throws SQLException;
  }

  public ChildRows(DeclaredSql sql, Scope scope, KeyBinder binder, DeclaredRows<Keyed<C>> rows) {
    this.sql = sql;
    this.scope = scope;
    this.binder = binder;
    this.rows = rows;
  }

  /** Notes the key of a row, which may be NULL. */
  public void want(@Nullable Object key) {
    if (key != null) {
      keys.add(key);
    }
  }

  /** Reads the children of all rows. */
  void load() {
    if (keys.isEmpty()) {
      return;
    }
    List<Object> all = List.copyOf(keys);
    byKey =
        sql.collected(
                scope,
                binds -> binder.bind(binds, all),
                rows,
                () -> new ByKey<C>(all.size()),
                ByKey::add)
            .lists;
  }

  /** The children that are read, whose statement often orders them by their keys. */
  private static final class ByKey<C extends @Nullable Object> {

    private final Map<Object, List<C>> lists;
    private @Nullable Object last;
    private List<C> ofLast = List.of();

    ByKey(int keys) {
      lists = new HashMap<>(keys * 2);
    }

    void add(Keyed<C> found) {
      Object key = found.key();
      if (key == null) {
        return;
      } else if (!key.equals(last)) {
        ofLast = lists.computeIfAbsent(key, first -> new ArrayList<>());
        last = key;
      }
      ofLast.add(found.child());
    }
  }

  /** The children of the row with a key, in the order of the statement; it cannot be changed. */
  public List<C> of(@Nullable Object key) {
    List<C> found = key == null ? null : byKey.get(key);
    return found == null ? List.of() : Collections.unmodifiableList(found);
  }
}
