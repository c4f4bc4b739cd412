package io.kinrow.queries.describe;

import io.kinrow.queries.facts.ColumnOrigin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why columns that are never NULL in their table may be NULL in a result, or come from elsewhere.
 */
final class Doubts {

  private final Map<String, String> tables = new HashMap<>();
  private final Set<ColumnOrigin> mixed = new HashSet<>();
  private @Nullable String all;
  private boolean allMixed;

  void all(String because) {
    if (all == null) {
      all = because;
    }
  }

  void table(String table, String because) {
    tables.putIfAbsent(table, because);
  }

  /** A UNION puts values of another column into that one. */
  void mixed(ColumnOrigin origin) {
    mixed.add(origin);
  }

  void allMixed() {
    allMixed = true;
  }

  boolean isMixed(ColumnOrigin origin) {
    return allMixed || mixed.contains(origin);
  }

  Optional<String> of(ColumnOrigin origin) {
    return Optional.ofNullable(tables.get(origin.table())).or(() -> Optional.ofNullable(all));
  }
}
