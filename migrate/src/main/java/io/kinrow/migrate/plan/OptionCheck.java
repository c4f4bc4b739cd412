package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.DiffOptions.ColumnPlace;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import io.kinrow.migrate.compare.DiffOptions.TableRename;
import io.kinrow.migrate.compare.Passage;
import io.kinrow.migrate.compare.Similarity;
import io.kinrow.migrate.settings.RefusedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Refuses options that name what does not exist, or that would do nothing. */
public final class OptionCheck {

  private final Catalog old;
  private final Catalog desired;
  private final DiffOptions options;
  private final Passage passage;
  private final List<String> problems = new ArrayList<>();

  private OptionCheck(Catalog old, Catalog desired, DiffOptions options) {
    this.old = old;
    this.desired = desired;
    this.options = options;
    this.passage = Passage.of(options);
  }

  /**
   * Refuses options that name what is not there.
   *
   * @throws RefusedException naming all of them
   */
  public static void check(Catalog old, Catalog desired, DiffOptions options) {
    OptionCheck check = new OptionCheck(old, desired, options);
    options.tableRenames().forEach(check::table);
    options.columnRenames().forEach(check::column);
    options.fills().keySet().forEach(check::fill);
    if (!check.problems.isEmpty()) {
      throw new RefusedException(check.problems);
    }
  }

  /**
   * Refuses a fill that SQLite cannot read.
   *
   * @param renamed the old schema after the renames, whose columns a fill may name
   */
  public static void checkFills(Catalog renamed, Catalog desired, DiffOptions options)
      throws SQLException {
    if (options.fills().isEmpty()) {
      return;
    }
    List<String> problems = new ArrayList<>();
    try (ScratchSchema before = ScratchSchema.of(renamed);
        ScratchSchema after = ScratchSchema.of(desired)) {
      // a fill may look into a table that is new
      before.create(desired, name -> isFree(name, renamed));
      options
          .fills()
          .forEach(
              (place, value) -> {
                boolean comes =
                    desired.table(place.table()).flatMap(t -> t.column(place.column())).isPresent();
                try {
                  (comes ? before : after)
                      .texts("SELECT (" + value + ") FROM " + place.table().sql());
                } catch (SQLException e) {
                  problems.add(
                      "--fill %s=%s: %s%s"
                          .formatted(place, value, e.getMessage(), remedy(value, e)));
                }
              });
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
  }

  /** A word that was meant as a text. */
  private static String remedy(String value, SQLException refused) {
    return String.valueOf(refused.getMessage()).contains("no such column: " + value)
        ? ". A text needs quotes: '" + value + "'"
        : "";
  }

  private static boolean isFree(Name name, Catalog catalog) {
    return catalog.table(name).isEmpty()
        && catalog.view(name).isEmpty()
        && catalog.tables().stream()
            .flatMap(table -> table.indexes().stream())
            .noneMatch(index -> index.name().equals(name));
  }

  private void table(TableRename rename) {
    String option = "--rename-table " + rename.from() + "=" + rename.to();
    List<Name> before = old.tables().stream().map(Table::name).toList();
    List<Name> after = desired.tables().stream().map(Table::name).toList();
    boolean swap = options.tableRenames().stream().anyMatch(r -> r.to().equals(rename.from()));
    exists(rename.from(), before, option, "the old schema has no table ");
    exists(rename.to(), after, option, "the desired schema has no table ");
    if (after.contains(rename.from()) && !swap) {
      problems.add(option + ": the desired schema still has a table " + rename.from());
    }
    boolean free = options.tableRenames().stream().anyMatch(r -> r.from().equals(rename.to()));
    if (before.contains(rename.to()) && !free) {
      problems.add(option + ": the old schema has a table " + rename.to() + " already");
    }
  }

  private void column(ColumnRename rename) {
    String option = "--rename " + rename.table() + "." + rename.from() + "=" + rename.to();
    Optional<Table> before = old.table(passage.tableBefore(rename.table()));
    Optional<Table> after = desired.table(rename.table());
    if (before.isEmpty() || after.isEmpty()) {
      Catalog lacking = after.isEmpty() ? desired : old;
      List<Name> tables = lacking.tables().stream().map(Table::name).toList();
      String schema = after.isEmpty() ? "the desired schema" : "the old schema";
      exists(rename.table(), tables, option, schema + " has no table ");
      return;
    }
    List<Name> oldNames = before.get().columnNames();
    List<Name> newNames = after.get().columnNames();
    List<ColumnRename> same =
        options.columnRenames().stream().filter(r -> r.table().equals(rename.table())).toList();
    exists(rename.from(), oldNames, option, rename.table() + " has no column ");
    exists(rename.to(), newNames, option, "the desired " + rename.table() + " has no column ");
    if (newNames.contains(rename.from())
        && same.stream().noneMatch(r -> r.to().equals(rename.from()))) {
      problems.add(
          option + ": the desired " + rename.table() + " still has a column " + rename.from());
    }
    if (oldNames.contains(rename.to())
        && same.stream().noneMatch(r -> r.from().equals(rename.to()))) {
      problems.add(option + ": " + rename.table() + " has a column " + rename.to() + " already");
    }
  }

  private void fill(ColumnPlace place) {
    String option = "--fill " + place;
    Optional<Table> after = desired.table(place.table());
    Optional<Table> before = old.table(passage.tableBefore(place.table()));
    if (after.isEmpty()) {
      List<Name> tables = desired.tables().stream().map(Table::name).toList();
      exists(place.table(), tables, option, "the desired schema has no table ");
      return;
    }
    Optional<Column> now = after.get().column(place.column());
    if (before.isEmpty()) {
      problems.add(option + " has no effect: " + place.table() + " is new and has no rows");
      return;
    }
    Optional<Column> was =
        before.get().column(passage.columnBefore(before.get().name(), place.column()));
    if (now.isEmpty() && was.isEmpty()) {
      exists(place.column(), after.get().columnNames(), option, place.table() + " has no column ");
    } else if (now.isPresent()
        && was.isPresent()
        && (!now.get().notNull() || was.get().notNull())) {
      problems.add(option + " has no effect: the column is neither new nor becomes NOT NULL");
    }
  }

  private void exists(Name name, Collection<Name> names, String option, String problem) {
    if (!names.contains(name)) {
      String guess =
          Similarity.closest(name, names).map(n -> "; did you mean " + n + "?").orElse("");
      problems.add(option + ": " + problem + name + guess);
    }
  }
}
