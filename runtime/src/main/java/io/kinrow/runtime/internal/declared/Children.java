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
public final class Children<C extends @Nullable Object> {

  private final DeclaredSql sql;
  private final Scope scope;
  private final KeyBinder binder;
  private final Rows<Keyed<C>> rows;
  private final Set<Object> keys = new LinkedHashSet<>();
  private final Map<Object, List<C>> byKey = new HashMap<>();

  /** Binds the values of the statement. */
  @FunctionalInterface
  public interface KeyBinder {

    /** Binds all values, in order, with the list of keys among them. */
    void bind(Binds binds, List<Object> keys) throws SQLException;
  }

  public Children(DeclaredSql sql, Scope scope, KeyBinder binder, Rows<Keyed<C>> rows) {
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
    for (Keyed<C> found : sql.list(scope, binds -> binder.bind(binds, all), rows)) {
      if (found.key() != null) {
        byKey.computeIfAbsent(found.key(), first -> new ArrayList<>()).add(found.child());
      }
    }
  }

  /** The children of the row with a key, in the order of the statement; it cannot be changed. */
  public List<C> of(@Nullable Object key) {
    List<C> found = key == null ? null : byKey.get(key);
    return found == null ? List.of() : Collections.unmodifiableList(found);
  }
}
