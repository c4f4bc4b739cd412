package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Trigger;
import io.kinrow.migrate.catalog.View;
import io.kinrow.migrate.settings.RefusedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The views and triggers that repeatable migrations make. They run after all versioned ones on a
 * new database, so that no versioned script may make or expect them.
 *
 * @param views their names
 * @param triggers their names
 */
public record Repeatables(Set<Name> views, Set<Name> triggers) {

  /** None. */
  public static final Repeatables NONE = new Repeatables(Set.of(), Set.of());

  private static final String OTHERWISE =
      " is created by a repeatable migration and is different in the desired schema: make the same change in its R__ script, which then runs again on its own";

  /** Copies the sets. */
  public Repeatables {
    views = Set.copyOf(views);
    triggers = Set.copyOf(triggers);
  }

  /** Returns what a database has after its repeatable migrations, and had not before them. */
  public static Repeatables between(Catalog before, Catalog after) {
    Set<Name> views = new HashSet<>();
    for (View view : after.views()) {
      if (!before.view(view.name()).filter(view::equals).isPresent()) {
        views.add(view.name());
      }
    }
    Set<Name> triggers = new HashSet<>();
    for (Trigger trigger : after.triggers()) {
      if (!before.trigger(trigger.name()).filter(trigger::equals).isPresent()) {
        triggers.add(trigger.name());
      }
    }
    return new Repeatables(views, triggers);
  }

  /** Returns whether repeatable migrations make nothing. */
  public boolean isEmpty() {
    return views.isEmpty() && triggers.isEmpty();
  }

  /** Returns a catalogue as the versioned migrations make it. */
  public Catalog without(Catalog catalog) {
    return catalog.without(views, triggers);
  }

  /** Returns those that a catalogue lacks. */
  public Set<Name> missingIn(Catalog catalog) {
    Set<Name> missing = new TreeSet<>();
    views.stream().filter(name -> catalog.view(name).isEmpty()).forEach(missing::add);
    triggers.stream().filter(name -> catalog.trigger(name).isEmpty()).forEach(missing::add);
    return missing;
  }

  /**
   * A desired schema need not have them, but may not have them otherwise.
   *
   * @throws RefusedException as no versioned migration can change them
   */
  public void refuseOthers(Catalog old, Catalog desired) {
    List<String> problems = new ArrayList<>();
    for (Name name : new TreeSet<>(views)) {
      if (desired.view(name).isPresent() && !desired.view(name).equals(old.view(name))) {
        problems.add("view " + name + OTHERWISE);
      }
    }
    for (Name name : new TreeSet<>(triggers)) {
      if (desired.trigger(name).isPresent() && !desired.trigger(name).equals(old.trigger(name))) {
        problems.add("trigger " + name + OTHERWISE);
      }
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
  }

  /** Returns a script that makes those that can be made on a schema, in its repeatable way. */
  public String script(Catalog made, ScratchSchema scratch, List<String> hints)
      throws SQLException {
    StringBuilder script = new StringBuilder();
    for (View view : made.views()) {
      if (views.contains(view.name())) {
        add("VIEW", view.name(), made.sql(view), scratch, script, hints);
      }
    }
    for (Trigger trigger : made.triggers()) {
      if (triggers.contains(trigger.name())) {
        add("TRIGGER", trigger.name(), made.sql(trigger), scratch, script, hints);
      }
    }
    return script.toString();
  }

  private static void add(
      String kind,
      Name name,
      String sql,
      ScratchSchema scratch,
      StringBuilder script,
      List<String> hints) {
    try {
      scratch.execute(sql);
      script
          .append("DROP ")
          .append(kind)
          .append(" IF EXISTS ")
          .append(name.sql())
          .append(";\n")
          .append(sql)
          .append(";\n");
    } catch (SQLException e) {
      hints.add(
          "%s cannot be created after this migration (%s): change its repeatable script"
              .formatted(name, e.getMessage()));
    }
  }
}
