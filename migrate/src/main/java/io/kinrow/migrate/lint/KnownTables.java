package io.kinrow.migrate.lint;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables at one moment. A table that did not change since is the same object later.
 *
 * @param parked those that keep data for an undo, which are not among the others
 */
record KnownTables(Map<Name, Table> byName, Set<Name> parked) {

  static final KnownTables NONE = new KnownTables(Map.of(), Set.of());

  Collection<Table> tables() {
    return byName.values();
  }

  Optional<Table> table(Name name) {
    return Optional.ofNullable(byName.get(name));
  }

  boolean has(Name name) {
    return byName.containsKey(name) || parked.contains(name);
  }
}
