package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Trigger;
import io.kinrow.migrate.catalog.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The views and triggers that a script drops first and makes again last: those that change, and
 * those that name a table that is rebuilt, which SQLite would look at and stumble over, or whose
 * triggers would fire.
 */
final class Suspension {

  private final Catalog base;
  private final Catalog to;
  private final Set<Name> views = new HashSet<>();
  private final Set<Name> triggers = new HashSet<>();

  /**
   * @param disturbed the tables that are dropped, rebuilt or updated
   * @param all whether all are suspended
   */
  Suspension(Catalog base, Catalog to, Set<Name> disturbed, boolean all) {
    this.base = base;
    this.to = to;
    Set<Name> gone = new HashSet<>(disturbed);
    for (View view : base.views()) {
      if (all || !to.view(view.name()).equals(Optional.of(view))) {
        gone.add(view.name());
      }
    }
    gone.addAll(Mentions.views(base, gone));
    for (View view : base.views()) {
      if (gone.contains(view.name())) {
        views.add(view.name());
      }
    }
    for (Trigger trigger : base.triggers()) {
      boolean changes = !to.trigger(trigger.name()).equals(Optional.of(trigger));
      if (all || changes || Mentions.in(trigger).stream().anyMatch(gone::contains)) {
        triggers.add(trigger.name());
      }
    }
  }

  List<String> drops() {
    List<String> statements = new ArrayList<>();
    for (Trigger trigger : base.triggers()) {
      if (triggers.contains(trigger.name())) {
        statements.add("DROP TRIGGER " + trigger.name().sql());
      }
    }
    List<View> inOrder =
        Mentions.inOrder(
            base.views().stream().filter(view -> views.contains(view.name())).toList());
    for (int i = inOrder.size() - 1; i >= 0; i--) {
      statements.add("DROP VIEW " + inOrder.get(i).name().sql());
    }
    return statements;
  }

  /** The views to make: those suspended that stay, and new ones. */
  List<String> views() {
    return Mentions.inOrder(to.views()).stream()
        .filter(view -> base.view(view.name()).isEmpty() || views.contains(view.name()))
        .map(to::sql)
        .toList();
  }

  /** The triggers to make: those suspended that stay, and new ones. */
  List<String> triggers() {
    return to.triggers().stream()
        .filter(t -> base.trigger(t.name()).isEmpty() || triggers.contains(t.name()))
        .map(to::sql)
        .toList();
  }
}
