package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Trigger;
import io.kinrow.migrate.catalog.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
  private final Set<Trigger> wanted = new LinkedHashSet<>();

  /**
   * @param disturbed the tables that are dropped, rebuilt or updated
   * @param all whether all are suspended
   * @param undo whether triggers are to fire in the order of the new catalogue, not of the base
   */
  Suspension(Catalog base, Catalog to, Set<Name> disturbed, boolean all, boolean undo) {
    this.base = base;
    this.to = to;
    if (!undo) {
      base.triggers().stream()
          .flatMap(trigger -> to.trigger(trigger.name()).stream())
          .forEach(wanted::add);
    }
    to.triggers().stream().filter(t -> !wanted.contains(t)).forEach(wanted::add);
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
    wanted.stream().map(Trigger::table).distinct().forEach(this::keepOrder);
  }

  /**
   * SQLite fires the trigger that was made last first: those behind a new one are made anew too.
   */
  private void keepOrder(Name table) {
    List<Name> there =
        base.triggers().stream()
            .filter(trigger -> trigger.table().equals(table))
            .map(Trigger::name)
            .filter(name -> !triggers.contains(name))
            .toList();
    int same = 0;
    for (Trigger trigger : wanted) {
      if (trigger.table().equals(table)) {
        if (same < there.size() && there.get(same).equals(trigger.name())) {
          same++;
        } else {
          triggers.addAll(there.subList(same, there.size()));
          return;
        }
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
    return wanted.stream()
        .filter(t -> base.trigger(t.name()).isEmpty() || triggers.contains(t.name()))
        .map(to::sql)
        .toList();
  }
}
