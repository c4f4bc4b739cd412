package io.kinrow.migrate.write;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogMemory;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.compare.ColumnOrder;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.DiffOptions.ColumnPlace;
import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.compare.Difference.Change;
import io.kinrow.migrate.compare.Hints;
import io.kinrow.migrate.compare.Passage;
import io.kinrow.migrate.plan.Keepers;
import io.kinrow.migrate.plan.OptionCheck;
import io.kinrow.migrate.plan.Parking;
import io.kinrow.migrate.plan.Plan;
import io.kinrow.migrate.plan.Planner;
import io.kinrow.migrate.plan.Repeatables;
import io.kinrow.migrate.plan.Request;
import io.kinrow.migrate.plan.ScratchSchema;
import io.kinrow.migrate.prove.Proof;
import io.kinrow.migrate.prove.Prover;
import io.kinrow.migrate.prove.WrittenPair;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plans the migration, runs it to see what it gives, plans the way back from there, proves both.
 */
public final class PairWriter {

  private final Catalog made;
  private final Repeatables repeatables;
  private final Catalog old;
  private final Catalog desired;
  private final DiffOptions options;
  private final Passage passage;
  private final CatalogMemory memory = CatalogMemory.recent();

  /** Prepares to write the way from one catalogue to another. */
  public PairWriter(Catalog old, Catalog desired, Repeatables repeatables, DiffOptions options) {
    this.made = old;
    this.repeatables = repeatables;
    this.old = repeatables.without(old);
    this.desired = repeatables.without(desired);
    this.options = options;
    this.passage = Passage.of(options);
  }

  /**
   * Plans, runs and proves the pair.
   *
   * @throws RefusedException if the options lack something that only a person can know
   */
  public Pair write() throws SQLException {
    OptionCheck.check(old, desired, options);
    Request request = Request.forward(old, desired, options);
    Plan up;
    try (ScratchSchema start = ScratchSchema.of(old, memory)) {
      up = working(request, start);
    }
    OptionCheck.checkFills(up.renamed(), desired, options);
    List<Difference> differences = new ArrayList<>(renames());
    differences.addAll(up.differences());
    List<String> hints = new ArrayList<>(Hints.of(up.renamed(), desired));
    if (differences.isEmpty()) {
      return new Pair(List.of(), up, "", "", hints, Proof.NONE);
    }
    Plan down;
    try (ScratchSchema reached = migrated(up)) {
      down = working(back(up, reached.catalog()), reached);
    }
    hints.addAll(up.notes());
    hints.addAll(down.notes());
    up.parkings().stream()
        .filter(parking -> !parking.whole())
        .forEach(parking -> hints.add(new Keepers(parking).promise()));
    String migration = Header.migration(differences, up) + up.script();
    String undo = Header.undo(up, down) + down.script();
    Proof proof;
    try (WrittenPair pair = new WrittenPair(migration, undo, repeatable(hints))) {
      proof = new Prover(old, desired, repeatables, up, down, pair, options, memory).prove();
    }
    for (Name table : proof.empty()) {
      boolean changes =
          up.differences().stream()
              .anyMatch(d -> d.object().startsWith(passage.table(table) + "."));
      if (changes) {
        hints.add(
            "the pair is proved without rows of %s, because none was found that both schemas accept"
                .formatted(table));
      }
    }
    return new Pair(differences, up, migration, undo, hints, proof);
  }

  /** The script of what runs after the migration, as a new database has it. */
  private String repeatable(List<String> hints) throws SQLException {
    if (repeatables.isEmpty()) {
      return "";
    }
    try (ScratchSchema after = ScratchSchema.of(desired, memory)) {
      return repeatables.script(made, after, hints);
    }
  }

  /** Makes all views and triggers anew only where leaving them alone does not work. */
  private static Plan working(Request request, ScratchSchema start) throws SQLException {
    Plan plan = Planner.plan(request, false);
    try {
      start.migrate(plan.script());
      return plan;
    } catch (SQLException e) {
      return Planner.plan(request, true);
    }
  }

  private ScratchSchema migrated(Plan up) throws SQLException {
    ScratchSchema scratch = ScratchSchema.of(old, memory);
    try {
      scratch.migrate(up.script());
      return scratch;
    } catch (SQLException e) {
      scratch.close();
      throw new IllegalStateException("V fails: " + e.getMessage() + "\n" + up.script(), e);
    }
  }

  private Request back(Plan up, Catalog reached) {
    Passage reversed = passage.reversed();
    Map<ColumnPlace, String> fills = new HashMap<>();
    options
        .fills()
        .forEach(
            (place, value) ->
                fills.put(
                    new ColumnPlace(passage.tableBefore(place.table()), place.column()), value));
    List<Parking> restores = new ArrayList<>();
    for (Parking parking : up.parkings()) {
      Name before = passage.tableBefore(parking.table());
      restores.add(
          parking.renamed(passage::tableBefore, column -> passage.columnBefore(before, column)));
    }
    return new Request(
        reached,
        old,
        reversed.tables(),
        reversed.columns(),
        fills,
        false,
        restores,
        up.parkings().stream().filter(parking -> !parking.whole()).toList(),
        ColumnOrder.EXACT,
        true);
  }

  private List<Difference> renames() {
    List<Difference> renames = new ArrayList<>();
    options
        .tableRenames()
        .forEach(
            r ->
                renames.add(
                    new Difference(Change.RENAMED, "table", r.from().text(), "to " + r.to())));
    options
        .columnRenames()
        .forEach(
            r ->
                renames.add(
                    new Difference(
                        Change.RENAMED, "column", r.table() + "." + r.from(), "to " + r.to())));
    return renames;
  }
}
