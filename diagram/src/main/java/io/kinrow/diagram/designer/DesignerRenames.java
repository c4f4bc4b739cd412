package io.kinrow.diagram.designer;

import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import io.kinrow.migrate.compare.DiffOptions.TableRename;
import io.kinrow.migrate.compare.LikelyRenames;
import io.kinrow.migrate.compare.Passage;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.edit.Edit;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.sql.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The renames between what was given to the page and what it saved. Its file does not tell a rename
 * from one thing gone and another one new, so a person has to say it.
 */
final class DesignerRenames {

  private final Catalog base;
  private final DesignerSchema saved;
  private final DiffOptions said;

  private DesignerRenames(Catalog base, DesignerSchema saved, DiffOptions said) {
    this.base = base;
    this.saved = saved;
    this.said = said;
  }

  /**
   * Returns the renames as edits, tables first.
   *
   * @param said what a person said
   * @param complete whether the person said all of it; else likely renames are refused
   */
  static List<Edit> of(Catalog base, DesignerSchema saved, DiffOptions said, boolean complete) {
    DesignerRenames renames = new DesignerRenames(base, saved, said);
    renames.refuseImpossible();
    if (!complete) {
      renames.refuseLikely();
    }
    return renames.edits();
  }

  private List<Edit> edits() {
    Passage passage = Passage.of(said);
    List<Edit> edits = new ArrayList<>();
    for (Table table : base.tables()) {
      Name now = passage.table(table.name());
      DesignerTable there = saved.table(now.text()).orElse(null);
      if (there == null || table.isVirtual()) {
        continue;
      }
      if (!there.name().equals(table.name().text())) {
        edits.add(new Edit.RenameTable(table.name().text(), there.name()));
      }
      for (Name column : table.columnNames()) {
        there
            .column(passage.column(table.name(), column).text())
            .filter(c -> !c.name().equals(column.text()))
            .ifPresent(
                c -> edits.add(new Edit.RenameColumn(there.name(), column.text(), c.name())));
      }
    }
    return edits;
  }

  private void refuseImpossible() {
    List<String> problems = new ArrayList<>();
    Passage passage = Passage.of(said);
    for (TableRename rename : said.tableRenames()) {
      if (base.table(rename.from()).isEmpty() || saved.table(rename.to().text()).isEmpty()) {
        problems.add(
            "%s cannot have been renamed to %s: the schema must have had the former, and the file must have the latter"
                .formatted(rename.from(), rename.to()));
      }
    }
    for (ColumnRename rename : said.columnRenames()) {
      Name before = passage.tableBefore(rename.table());
      boolean was = base.table(before).flatMap(t -> t.column(rename.from())).isPresent();
      boolean is =
          saved.table(rename.table().text()).flatMap(t -> t.column(rename.to().text())).isPresent();
      if (!was || !is) {
        problems.add(
            "%s.%s cannot have been renamed to %s: the schema must have had the former, and the file must have the latter"
                .formatted(rename.table(), rename.from(), rename.to()));
      }
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
  }

  private void refuseLikely() {
    Catalog now = catalog();
    Passage passage = Passage.of(said);
    List<String> likely = new ArrayList<>();
    Set<TableRename> tables = new LinkedHashSet<>(LikelyRenames.tables(base, now));
    tables.addAll(inSamePlace(now));
    for (TableRename rename : tables) {
      boolean open =
          said.tableRenames().stream()
              .noneMatch(r -> r.from().equals(rename.from()) || r.to().equals(rename.to()));
      boolean drawn = base.table(rename.from()).filter(t -> !t.isVirtual()).isPresent();
      if (open && drawn) {
        likely.add(
            "The table %1$s is gone, and %2$s is new with similar columns or in its place. If it was renamed, use --rename-table %1$s=%2$s; if not, add --no-renames"
                .formatted(rename.from(), rename.to()));
      }
    }
    for (Table old : base.tables()) {
      Table there = now.table(passage.table(old.name())).orElse(null);
      if (there != null && !old.isVirtual()) {
        columns(old, there, likely);
      }
    }
    if (!likely.isEmpty()) {
      throw new RefusedException(likely);
    }
  }

  /** New tables that stand where one stood that is gone. */
  private List<TableRename> inSamePlace(Catalog now) {
    List<TableRename> renames = new ArrayList<>();
    LayoutFile places = saved.places();
    if (places != null) {
      places
          .places()
          .forEach(
              (old, place) -> {
                Name from = new Name(old.name());
                saved.tables().stream()
                    .filter(table -> table.x() == place.x() && table.y() == place.y())
                    .map(table -> new Name(table.name()))
                    .filter(to -> base.table(to).isEmpty() && now.table(from).isEmpty())
                    .forEach(to -> renames.add(new TableRename(from, to)));
              });
    }
    return renames;
  }

  private void columns(Table old, Table now, List<String> likely) {
    List<ColumnRename> own =
        said.columnRenames().stream().filter(r -> r.table().equals(now.name())).toList();
    Set<ColumnRename> candidates = new LinkedHashSet<>(LikelyRenames.columns(old, now));
    candidates.addAll(behindSame(old, now));
    for (ColumnRename rename : candidates) {
      if (own.stream()
          .noneMatch(r -> r.from().equals(rename.from()) || r.to().equals(rename.to()))) {
        likely.add(
            "%1$s.%2$s is gone, and %1$s.%3$s is new with the same type. If it was renamed, use --rename %1$s.%2$s=%3$s; if not, add --no-renames"
                .formatted(now.name(), rename.from(), rename.to()));
      }
    }
  }

  /** New columns that stand behind the same column as one of the same type that is gone. */
  private static List<ColumnRename> behindSame(Table old, Table now) {
    List<ColumnRename> renames = new ArrayList<>();
    for (int i = 0; i < old.columns().size(); i++) {
      for (int k = 0; k < now.columns().size(); k++) {
        Column from = old.columns().get(i);
        Column to = now.columns().get(k);
        boolean replaced =
            now.column(from.name()).isEmpty()
                && old.column(to.name()).isEmpty()
                && from.type().equals(to.type());
        boolean samePlace =
            (i == 0 || k == 0)
                ? i == k
                : old.columns().get(i - 1).name().equals(now.columns().get(k - 1).name());
        if (replaced && samePlace) {
          renames.add(new ColumnRename(now.name(), from.name(), to.name()));
        }
      }
    }
    return renames;
  }

  /** What was saved, as far as names and types go. */
  private Catalog catalog() {
    return Schema.ofSql(
            saved.tables().stream().map(DesignerRenames::create).collect(Collectors.joining()))
        .catalog();
  }

  private static String column(DesignerColumn column) {
    boolean isType = DesignerMapping.isType(column.type());
    return Names.sql(column.name()) + (isType ? " " + column.type() : "");
  }

  private static String create(DesignerTable table) {
    return table.columns().stream()
        .map(DesignerRenames::column)
        .collect(
            Collectors.joining(", ", "CREATE TABLE " + Names.sql(table.name()) + " (", ");\n"));
  }
}
