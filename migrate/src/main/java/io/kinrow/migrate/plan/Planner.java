package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.catalog.Trigger;
import io.kinrow.migrate.compare.ColumnOrder;
import io.kinrow.migrate.compare.Comparison;
import io.kinrow.migrate.compare.DiffOptions.ColumnPlace;
import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.compare.Tables;
import io.kinrow.migrate.compare.Texts;
import io.kinrow.migrate.plan.Parking.Held;
import io.kinrow.migrate.settings.RefusedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the statements that lead from one catalogue to another, in an order that works. */
public final class Planner {

  private final Request request;
  private final Catalog base;
  private final Catalog to;
  private final List<String> renames;
  private final List<Table> created = new ArrayList<>();
  private final List<Table> dropped = new ArrayList<>();
  private final List<Table> remade = new ArrayList<>();
  private final List<Name> rebuilt = new ArrayList<>();
  private final Map<Name, List<String>> changes = new LinkedHashMap<>();
  private final Set<Name> disturbed = new HashSet<>();
  private final List<Parking> parkings = new ArrayList<>();
  private final Set<ColumnPlace> altered = new LinkedHashSet<>();
  private final Map<Name, List<String>> fills = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final Losses losses;
  private final List<String> problems = new ArrayList<>();
  private final boolean all;

  private Planner(Request request, boolean all) throws SQLException {
    Renames.Done done = Renames.of(request);
    this.request = request;
    this.base = done.catalog();
    this.renames = done.statements();
    this.to = request.to();
    this.losses = new Losses(request);
    this.all = all;
  }

  /**
   * Returns the plan.
   *
   * @param all whether all views and triggers are made anew, not only those that a change disturbs
   * @throws RefusedException when something is missing that only the user can say
   */
  public static Plan plan(Request request, boolean all) throws SQLException {
    return new Planner(request, all).plan();
  }

  private Plan plan() throws SQLException {
    for (Table table : Tables.parentsFirst(to.tables())) {
      Optional<Table> old = base.table(table.name());
      if (old.isEmpty()) {
        created.add(table);
      } else {
        change(old.get(), table);
      }
    }
    List<Table> parentsFirst = Tables.parentsFirst(base.tables());
    for (int i = parentsFirst.size() - 1; i >= 0; i--) {
      Table table = parentsFirst.get(i);
      if (to.table(table.name()).isEmpty()) {
        dropped.add(table);
        disturbed.add(table.name());
        Optional<ContentIndex> index = ContentIndex.of(base, table);
        if (index.isPresent() && index.get().content() != null) {
          continue; // its text stays where it is, in the content's table
        }
        if (request.keepsData() && index.isEmpty()) {
          parkings.add(Parking.ofWhole(table, side(table)));
        } else {
          losses.dropped(table);
        }
      }
    }
    if (!request.undo() && !request.keepsData()) {
      dropped.forEach(this::refuseOrphans);
    }
    if (!request.undo()) {
      indexes().forEach(this::refuseDangling);
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    List<Difference> differences = Comparison.of(base, to, request.order());
    return new Plan(
        script(),
        base,
        differences,
        parkings,
        altered,
        losses.texts(),
        List.copyOf(rebuilt),
        fills.keySet(),
        notes);
  }

  private void change(Table from, Table table) throws SQLException {
    boolean moved = request.order() == ColumnOrder.EXACT && !Tables.sameOrder(from, table);
    RowValues values = new RowValues(request, from, table, fillsWithTriggers(from, table));
    boolean same = Tables.sameStructure(from, table) && !parentKeyMoves(from);
    if (same && !moved && values.restore() == null) {
      return;
    }
    if (hasContentElsewhere(base, from) && hasContentElsewhere(to, table)) {
      remade.add(table);
      disturbed.add(table.name());
      return;
    }
    if (from.isVirtual() || table.isVirtual()) {
      problems.add(
          "%s is a virtual table that changes, and its rows cannot be copied: write this migration"
                  .formatted(table.name())
              + " by hand");
      return;
    }
    noteNulls(from, table, values);
    try {
      NativeAlter alter = new NativeAlter(request, base, from, table, values);
      Optional<List<String>> statements = alter.statements();
      Parking parking = note(from, table, values);
      if (statements.isPresent()) {
        List<String> all = new ArrayList<>();
        if (parking != null) {
          all.addAll(parking.park(from, table, ""));
        }
        all.addAll(statements.get());
        changes.put(table.name(), all);
        if (alter.touchesRows()) {
          disturbed.add(table.name());
        }
      } else {
        changes.put(table.name(), new Rebuild(to, from, table, values).statements(parking));
        rebuilt.add(table.name());
        disturbed.add(table.name());
      }
    } catch (MissingFillException e) {
      problems.add(e.getMessage());
    }
  }

  /**
   * Plans to fill NULLs before the table changes, where triggers would see it: they may keep totals
   * or a full text of their own. A fill that looks into a table that is not there yet cannot wait,
   * nor can one whose NULLs are kept for the undo: then people are told.
   *
   * @return the columns that are filled
   */
  private List<Name> fillsWithTriggers(Table from, Table table) {
    RowValues values = new RowValues(request, from, table, List.of());
    List<Name> filled = new ArrayList<>();
    Set<Name> missing = new HashSet<>();
    to.tables().forEach(t -> missing.add(t.name()));
    base.tables().forEach(t -> missing.remove(t.name()));
    for (Column column : table.columns()) {
      Column old = from.column(column.name()).orElse(null);
      String fill = values.filler(column);
      if (fill == null || (old != null && !values.fillsNulls(old, column))) {
        continue;
      }
      List<Name> watching =
          old == null
              ? to.triggers().stream()
                  .filter(trigger -> Mentions.fires(trigger, table.name(), column.name()))
                  .filter(trigger -> Mentions.in(trigger).contains(column.name()))
                  .map(Trigger::name)
                  .toList()
              : base.triggers().stream()
                  .filter(trigger -> Mentions.fires(trigger, from.name(), column.name()))
                  .map(Trigger::name)
                  .toList();
      if (watching.isEmpty() || (old == null && request.undo())) {
        continue;
      }
      if (old == null || old.isGenerated() || request.keepsData() || Mentions.any(fill, missing)) {
        notes.add(
            "the triggers %s do not fire for the rows of %s that get a value for %s here: data that they maintain elsewhere is not updated"
                .formatted(Texts.list(watching), table.name(), column.name()));
      } else {
        String name = column.name().sql();
        fills
            .computeIfAbsent(table.name(), t -> new ArrayList<>())
            .add(
                "UPDATE %s SET %s = %s WHERE %s IS NULL"
                    .formatted(table.name().sql(), name, fill, name));
        filled.add(column.name());
      }
    }
    return filled;
  }

  /** What becomes, by an undo, of NULLs that were written while the column allowed them. */
  private void noteNulls(Table from, Table table, RowValues values) {
    for (Column column : table.columns()) {
      Column old = from.column(column.name()).orElse(null);
      if (old == null || old.isGenerated()) {
        continue;
      }
      boolean stricter = !old.notNull() && column.notNull();
      if (request.undo() && stricter) {
        String fill = values.filler(column);
        notes.add(
            fill == null
                ? "this undo fails if rows of %s have no %s: give them a value first"
                    .formatted(table.name(), column.name())
                : "rows of %s that have no %s at that time get %s"
                    .formatted(table.name(), column.name(), fill));
      }
    }
  }

  private static boolean hasContentElsewhere(Catalog catalog, Table table) {
    return ContentIndex.of(catalog, table).filter(i -> i.content() != null).isPresent();
  }

  /** The full-text indexes of the new schema that are made from another table. */
  private List<ContentIndex> indexes() {
    return to.tables().stream().flatMap(table -> ContentIndex.of(to, table).stream()).toList();
  }

  /** SQLite takes an index over what does not exist, and then fails each search. */
  private void refuseDangling(ContentIndex index) {
    String missing = index.missing(to);
    if (missing != null) {
      problems.add(
          "%s indexes %s, which does not exist in the desired schema: change %s too, or drop it"
              .formatted(index.table(), missing, index.table()));
    }
  }

  /** A foreign key that names no columns means other ones when the parent's key does. */
  private boolean parentKeyMoves(Table table) {
    return table.foreignKeys().stream()
        .anyMatch(
            key -> {
              Optional<Table> before = base.table(key.parent());
              Optional<Table> after = to.table(key.parent());
              return !before.map(Table::primaryKey).equals(after.map(Table::primaryKey));
            });
  }

  /** Without the rows of a parent, an undo that brings its foreign keys back cannot succeed. */
  private void refuseOrphans(Table parent) {
    for (Table table : base.tables()) {
      Optional<Table> left = to.table(table.name());
      for (ForeignKey key : table.foreignKeys()) {
        boolean needed =
            left.isPresent()
                && key.parent().equals(parent.name())
                && key.columns().stream()
                    .allMatch(
                        name ->
                            left.get().column(name).isPresent()
                                || table.column(name).filter(Column::notNull).isPresent());
        if (needed) {
          problems.add(
              "%s is dropped, and %s %s references its rows, without which there is no undo: keep them with"
                      .formatted(parent.name(), table.name(), Texts.list(key.columns()))
                  + " --keep-data");
        }
      }
    }
  }

  /** Notes what becomes of the values of a table, and parks those that are to be kept. */
  private @Nullable Parking note(Table from, Table table, RowValues values) {
    List<Name> gone = new ArrayList<>();
    List<Held> changed = new ArrayList<>();
    for (Column old : from.columns()) {
      Column column = table.column(old.name()).orElse(null);
      if (old.isGenerated()) {
        continue;
      }
      if (column == null) {
        gone.add(old.name());
      } else if (values.alters(old, column)) {
        changed.add(Held.of(old.name()));
        altered.add(new ColumnPlace(table.name(), old.name()));
      }
    }
    if (gone.isEmpty() && changed.isEmpty()) {
      return null;
    }
    List<Held> keys = Parking.keysOf(from, table);
    if (request.keepsData() && !keys.isEmpty()) {
      gone.removeIf(name -> keys.stream().anyMatch(key -> key.column().equals(name)));
      changed.removeIf(held -> keys.stream().anyMatch(key -> key.column().equals(held.column())));
      Parking parking = Parking.ofColumns(side(table), from, table, keys, gone, changed);
      parkings.add(parking);
      losses.withoutKey(from, parking);
      return parking;
    }
    gone.forEach(name -> losses.dropped(from, name, request.keepsData()));
    changed.forEach(held -> losses.changed(from, table, held.column(), request.keepsData()));
    return null;
  }

  private Name side(Table table) {
    Set<Name> taken = new HashSet<>();
    parkings.forEach(parking -> taken.add(parking.side()));
    return Parking.sideOf(table, request.from(), taken);
  }

  private String script() {
    Script script = new Script();
    Set<Name> going = new LinkedHashSet<>(rebuilt);
    dropped.forEach(table -> going.add(table.name()));
    Suspension suspension = new Suspension(base, to, disturbed, all, request.undo());
    section(script, Guard.WHY, Guard.statements(base, going));
    for (Parking parking : request.kept()) {
      section(
          script,
          "The rows of " + parking.table() + " that are still the ones whose values are kept",
          new Keepers(parking).settle());
    }
    section(script, "Renames", renames);
    fills.forEach(
        (table, updates) ->
            section(
                script,
                "Fill "
                    + table
                    + " while its triggers exist, so that they fire for the rows that change",
                updates));
    section(script, "Views and triggers that change or are in the way", suspension.drops());
    dropIndexes(script);
    for (Table table : created) {
      section(script, "New table " + table.name(), createTable(table));
    }
    for (Table table : Tables.parentsFirst(to.tables())) {
      if (changes.containsKey(table.name())) {
        change(script, table);
      }
    }
    for (Table table : dropped) {
      drop(script, table);
    }
    createIndexes(script);
    for (Table table : remade) {
      section(
          script,
          "Virtual table " + table.name() + ", which has no rows of its own",
          List.of("DROP TABLE " + table.name().sql(), to.sql(table)));
    }
    section(script, "Views", suspension.views());
    section(script, "Triggers", suspension.triggers());
    for (ContentIndex index : indexes()) {
      boolean anew = created.stream().anyMatch(table -> table.name().equals(index.table()));
      boolean again = remade.stream().anyMatch(table -> table.name().equals(index.table()));
      if (index.content() != null && (anew || again || index.isStale(base, to))) {
        section(
            script,
            "Index " + index.table() + " anew, from all rows of " + index.content(),
            List.of(index.refill()));
      }
    }
    for (Parking parking : parkings) {
      if (!parking.whole()) {
        Table table = to.table(parking.table()).orElseThrow();
        section(
            script,
            "Follow the rows of " + parking.table() + " whose values are kept",
            new Keepers(parking).create(table));
      }
    }
    return script.text();
  }

  private List<String> createTable(Table table) {
    List<String> statements = new ArrayList<>();
    statements.add(to.sql(table));
    for (Parking parking : request.restores()) {
      if (parking.whole() && parking.table().equals(table.name())) {
        statements.addAll(lostParents(parking, table));
        statements.addAll(parking.refill(table));
        statements.add("DROP TABLE " + parking.side().sql());
      }
    }
    return statements;
  }

  /** Foreign keys that are brought back must not refer to nothing. */
  private List<String> lostParents(Parking parking, Table table) {
    List<String> statements = new ArrayList<>();
    for (LostParents lost : LostParents.of(parking, table, base, created)) {
      statements.addAll(lost.statements(parking.side()));
      notes.add(lost.note());
    }
    return statements;
  }

  private void change(Script script, Table table) {
    List<String> statements = new ArrayList<>(changes.getOrDefault(table.name(), List.of()));
    for (Parking parking : request.restores()) {
      if (!parking.whole() && parking.table().equals(table.name())) {
        statements.addAll(0, lostParents(parking, table));
        statements.add("DROP TABLE " + parking.side().sql());
      }
    }
    boolean anew = rebuilt.contains(table.name());
    section(script, (anew ? "Rebuild " : "Change ") + "table " + table.name(), statements);
  }

  private void drop(Script script, Table table) {
    List<String> statements = new ArrayList<>();
    for (Parking parking : parkings) {
      if (parking.whole() && parking.table().equals(table.name())) {
        statements.addAll(parking.park(table, table, ""));
      }
    }
    statements.add("DROP TABLE " + table.name().sql());
    section(script, "Drop table " + table.name(), statements);
  }

  private void dropIndexes(Script script) {
    List<String> statements = new ArrayList<>();
    for (Table table : base.tables()) {
      for (Index index : table.indexes()) {
        boolean goesWithTable = rebuilt.contains(table.name()) || to.table(table.name()).isEmpty();
        if (goesWithTable ? isTaken(index.name()) : !stays(index)) {
          statements.add("DROP INDEX " + index.name().sql());
        }
      }
    }
    section(script, "Indexes that are dropped", statements);
  }

  /** Whether a new table wants the name of an index. */
  private boolean isTaken(Name name) {
    return to.table(name).isPresent() && base.table(name).isEmpty();
  }

  private boolean stays(Index index) {
    return to.table(index.table()).filter(table -> table.indexes().contains(index)).isPresent();
  }

  private void createIndexes(Script script) {
    List<String> statements = new ArrayList<>();
    for (Table table : to.tables()) {
      for (Index index : table.indexes()) {
        boolean there =
            base.table(table.name()).filter(old -> old.indexes().contains(index)).isPresent();
        if (!there || rebuilt.contains(table.name())) {
          statements.add(to.sql(index));
        }
      }
    }
    section(script, "Indexes", statements);
  }

  private static void section(Script script, String heading, List<String> statements) {
    if (!statements.isEmpty()) {
      script.heading(heading);
      script.add(statements.get(0));
      statements.subList(1, statements.size()).forEach(script::also);
    }
  }
}
