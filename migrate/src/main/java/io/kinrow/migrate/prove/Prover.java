package io.kinrow.migrate.prove;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogMemory;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.ColumnOrder;
import io.kinrow.migrate.compare.Comparison;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.DiffOptions.ColumnPlace;
import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.compare.Passage;
import io.kinrow.migrate.plan.ContentIndex;
import io.kinrow.migrate.plan.Mentions;
import io.kinrow.migrate.plan.Parking;
import io.kinrow.migrate.plan.Plan;
import io.kinrow.migrate.plan.Repeatables;
import io.kinrow.migrate.plan.ScratchSchema;
import io.kinrow.migrate.settings.RefusedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jetbrains.annotations.ApiStatus;

/**
 * Runs a pair of scripts on scratch databases, empty and with rows, and sees whether it does what
 * it should: the one gives the desired schema, the other the old one, values stay what they are.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class Prover {

  private final Catalog old;
  private final Catalog desired;
  private final Repeatables repeatables;
  private final Plan up;
  private final Plan down;
  private final WrittenPair pair;
  private final DiffOptions options;
  private final Passage passage;
  private final CatalogMemory memory;

  /** Prepares the proof of a planned pair. */
  public Prover(
      Catalog old,
      Catalog desired,
      Repeatables repeatables,
      Plan up,
      Plan down,
      WrittenPair pair,
      DiffOptions options,
      CatalogMemory memory) {
    this.old = old;
    this.desired = desired;
    this.repeatables = repeatables;
    this.up = up;
    this.down = down;
    this.pair = pair;
    this.options = options;
    this.passage = Passage.of(options);
    this.memory = memory;
  }

  /**
   * Proves the pair.
   *
   * @throws RefusedException when it cannot work on rows as they may be
   * @throws IllegalStateException when a script does not give the schema it should
   */
  public Proof prove() throws SQLException {
    try (ScratchSchema empty = ScratchSchema.of(old, memory)) {
      thereAndBack(empty);
      if (!repeatables.isEmpty()) {
        // they run last on a new database, and stand there already on an old one
        Set<Name> missing = repeatables.missingIn(empty.catalog());
        thereAndBack(empty);
        Set<Name> lost = repeatables.missingIn(empty.catalog());
        lost.removeAll(missing);
        if (!lost.isEmpty()) {
          throw new IllegalStateException("Objects of repeatable migrations are missing: " + lost);
        }
      }
    }
    RowSampler sampler = new RowSampler(old, desired, passage, 1);
    try (ScratchSchema filled = sampler.fill(memory)) {
      return onRows(filled, sampler);
    }
  }

  private void thereAndBack(ScratchSchema empty) throws SQLException {
    run(() -> pair.migrate(empty), "V");
    same(empty, desired, options.columnOrder(), "V");
    run(() -> pair.undo(empty), "U");
    same(empty, old, ColumnOrder.EXACT, "U");
  }

  private Proof onRows(ScratchSchema filled, RowSampler sampler) throws SQLException {
    Map<Table, List<Name>> untouched = untouched();
    Map<Table, List<Name>> restored = restored();
    Map<Name, List<String>> before = snapshot(filled, untouched, Map.of(), false);
    Map<Name, List<String>> all = snapshot(filled, restored, kept(), false);
    try {
      pair.migrate(filled);
    } catch (SQLException e) {
      throw new RefusedException(
          List.of("The migration fails on rows that both schemas allow: " + e.getMessage()));
    }
    compare(before, snapshot(filled, untouched, Map.of(), true), "V");
    intact(filled, "V");
    try {
      pair.undo(filled);
    } catch (SQLException e) {
      throw new RefusedException(
          List.of(
              "The undo fails on rows that the old schema allows ("
                  + e.getMessage()
                  + "), because values that it needs are lost: keep them with --keep-data, or give a value for the undo with --fill table.column=…"));
    }
    compare(all, snapshot(filled, restored, kept(), false), "U");
    intact(filled, "U");
    int columns = restored.values().stream().mapToInt(List::size).sum();
    return new Proof(sampler.rows(), restored.size(), columns, sampler.empty());
  }

  /** The columns of old tables that V leaves as they are. */
  private Map<Table, List<Name>> untouched() {
    return columns(
        (table, column) -> {
          Name newTable = passage.table(table.name());
          Name newColumn = passage.column(table.name(), column.name());
          return desired
                  .table(newTable)
                  .flatMap(t -> t.column(newColumn))
                  .filter(c -> !c.isGenerated())
                  .isPresent()
              && !up.altered().contains(new ColumnPlace(newTable, newColumn));
        });
  }

  /** The columns of old tables that are what they were after V and U. */
  private Map<Table, List<Name>> restored() {
    return columns(
        (table, column) -> {
          Name newTable = passage.table(table.name());
          Name newColumn = passage.column(table.name(), column.name());
          boolean parked =
              up.parkings().stream()
                  .filter(parking -> parking.table().equals(newTable))
                  .anyMatch(
                      parking ->
                          parking.dropped().contains(newColumn)
                              || parking.changed().stream()
                                  .anyMatch(held -> held.column().equals(newColumn)));
          boolean stays =
              desired.table(newTable).flatMap(t -> t.column(newColumn)).isPresent()
                  && !up.altered().contains(new ColumnPlace(newTable, newColumn));
          return parked || stays;
        });
  }

  /** Which rows of old tables are kept, where it is not all of them. */
  private Map<Name, String> kept() {
    Map<Name, String> conditions = new LinkedHashMap<>();
    for (Parking parking : up.parkings()) {
      Table table = old.table(passage.tableBefore(parking.table())).orElseThrow();
      String condition =
          parking
              .renamed(name -> name, name -> passage.columnBefore(table.name(), name))
              .nullableKeys(table)
              .stream()
              .map(name -> name.sql() + " IS NOT NULL")
              .collect(Collectors.joining(" AND "));
      if (!condition.isEmpty()) {
        conditions.put(table.name(), " WHERE " + condition);
      }
    }
    return conditions;
  }

  private interface Filter {
    boolean takes(Table table, Column column);
  }

  private Map<Table, List<Name>> columns(Filter filter) {
    Map<Table, List<Name>> columns = new LinkedHashMap<>();
    // what triggers write when they fire is theirs to know
    Set<Name> written = new HashSet<>();
    if (!up.fired().isEmpty()) {
      Mentions.reached(up.renamed(), up.fired())
          .forEach(name -> written.add(passage.tableBefore(name)));
    }
    if (!down.fired().isEmpty()) {
      written.addAll(Mentions.reached(old, down.fired()));
    }
    for (Table table : old.tables()) {
      if (written.contains(table.name())) {
        continue;
      }
      List<Name> names = new ArrayList<>();
      for (Column column : table.columns()) {
        if (!column.isGenerated() && filter.takes(table, column)) {
          names.add(column.name());
        }
      }
      if (!names.isEmpty()) {
        columns.put(table, names);
      }
    }
    return columns;
  }

  /** Every row of every table, as text, in an order of its own. */
  private Map<Name, List<String>> snapshot(
      ScratchSchema scratch, Map<Table, List<Name>> columns, Map<Name, String> which, boolean now)
      throws SQLException {
    Map<Name, List<String>> rows = new LinkedHashMap<>();
    for (Map.Entry<Table, List<Name>> entry : columns.entrySet()) {
      Name table = entry.getKey().name();
      String values =
          entry.getValue().stream()
              .map(column -> now ? passage.column(table, column) : column)
              .map(column -> "quote(" + column.sql() + ")")
              .collect(Collectors.joining(", "));
      String from = (now ? passage.table(table) : table).sql();
      String where = which.getOrDefault(table, "");
      rows.put(table, scratch.rows("SELECT " + values + " FROM " + from + where));
    }
    return rows;
  }

  private static void compare(
      Map<Name, List<String>> before, Map<Name, List<String>> after, String script) {
    before.forEach(
        (table, rows) -> {
          if (!rows.equals(after.get(table))) {
            throw new IllegalStateException(
                "%s changes rows of %s: %s became %s"
                    .formatted(script, table, rows, after.get(table)));
          }
        });
  }

  private static void intact(ScratchSchema scratch, String script) throws SQLException {
    List<String> result = scratch.texts("PRAGMA integrity_check");
    if (!result.equals(List.of("ok"))) {
      throw new IllegalStateException("After " + script + " the database is damaged: " + result);
    }
    Catalog catalog = scratch.catalog();
    for (Table table : catalog.tables()) {
      boolean readable =
          ContentIndex.of(catalog, table).filter(i -> i.missing(catalog) != null).isEmpty();
      if (table.isVirtual() && ContentIndex.isFts5(catalog, table) && readable) {
        check(scratch, table, script);
      }
    }
  }

  /** The index against itself and, where it has one, against its content. */
  private static void check(ScratchSchema scratch, Table index, String script) throws SQLException {
    String name = index.name().sql();
    try {
      scratch.execute(
          "INSERT INTO %s (%s, rank) VALUES ('integrity-check', 1)".formatted(name, name));
    } catch (SQLException e) {
      throw new IllegalStateException(
          "After %s the full-text index %s does not match its content: %s"
              .formatted(script, index.name(), e.getMessage()),
          e);
    }
  }

  private interface Run {
    void run() throws SQLException;
  }

  private static void run(Run run, String name) {
    try {
      run.run();
    } catch (SQLException e) {
      throw new IllegalStateException(name + " fails: " + e.getMessage(), e);
    }
  }

  private void same(ScratchSchema scratch, Catalog wanted, ColumnOrder order, String script)
      throws SQLException {
    List<Difference> differences =
        Comparison.of(repeatables.without(scratch.catalog()), wanted, order);
    if (!differences.isEmpty()) {
      throw new IllegalStateException("%s misses its schema: %s".formatted(script, differences));
    }
  }
}
