package io.kinrow.diagram.designer;

import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.diagram.options.Point;
import io.kinrow.migrate.compare.ColumnOrder;
import io.kinrow.migrate.compare.Comparison;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import io.kinrow.migrate.compare.DiffOptions.TableRename;
import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.compare.Difference.Change;
import io.kinrow.migrate.edit.DesiredSql;
import io.kinrow.migrate.edit.Edit;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A merge of three: the schema that the file carries, what the page made of it, and the schema as
 * it is now. Immutable.
 */
public final class DesignerMerge {

  private final List<Difference> differences;
  private final Map<Path, String> texts;
  private final List<String> notes;
  private final @Nullable LayoutFile layout;

  private DesignerMerge(
      List<Difference> differences,
      Map<Path, String> texts,
      List<String> notes,
      @Nullable LayoutFile layout) {
    this.differences = differences;
    this.texts = texts;
    this.notes = notes;
    this.layout = layout;
  }

  /**
   * Merges.
   *
   * @param current the schema as it is, or null if there is none yet
   * @param newFile the file that a first schema goes to
   * @param places where tables stand, or null
   * @param renames what was renamed
   * @param complete whether nothing else was
   */
  public static DesignerMerge of(
      DesignerSchema saved,
      @Nullable DesiredSql current,
      Path newFile,
      @Nullable LayoutFile places,
      DiffOptions renames,
      boolean complete,
      FlywaySettings settings) {
    DesiredSql carried = carried(saved, current, newFile, settings);
    DesiredSql before =
        current != null
            ? current
            : carried != null ? carried : DesiredSql.of(Map.of(newFile, ""), settings);
    DesiredSql base = carried == null ? before : carried;
    List<String> notes = new ArrayList<>();
    List<Edit> edits =
        new ArrayList<>(DesignerRenames.of(base.catalog(), saved, renames, complete));
    DesiredSql renamed = applied(base, edits, false);
    DesiredSql start = before == base ? renamed : applied(before, edits, true);
    DesignerSchema known = view(renamed);
    DesignerSchema mapped = DesignerMapping.of(saved, known, notes);
    List<Edit> changes = DesignerChanges.of(renamed.catalog(), known, mapped);
    DesiredSql after = applied(start, changes, before != base);
    notes.addAll(notRecorded(after, settings));
    if (before == base) {
      notes.addAll(DesignerDifferences.of(mapped, view(after)));
    }
    List<Difference> differences = renamed(after.renames());
    differences.addAll(Comparison.of(start.catalog(), after.catalog(), ColumnOrder.EXACT));
    edits.addAll(changes);
    return new DesignerMerge(
        List.copyOf(differences),
        texts(before, after, current == null),
        List.copyOf(notes),
        layout(saved, places, edits));
  }

  private static List<Difference> renamed(DiffOptions renames) {
    List<Difference> differences = new ArrayList<>();
    for (TableRename rename : renames.tableRenames()) {
      differences.add(
          new Difference(
              Change.RENAMED, "table", rename.from().text(), "to " + rename.to().text()));
    }
    for (ColumnRename rename : renames.columnRenames()) {
      differences.add(
          new Difference(
              Change.RENAMED,
              "column",
              rename.table() + "." + rename.from(),
              "to " + rename.to().text()));
    }
    return differences;
  }

  /** Renames that no comment can stand beside, which a later diff would take for a loss. */
  private static List<String> notRecorded(DesiredSql after, FlywaySettings settings) {
    DiffOptions renames = after.renames();
    List<String> notes = new ArrayList<>();
    if (renames.tableRenames().isEmpty() && renames.columnRenames().isEmpty()) {
      return notes;
    }
    DiffOptions recorded = DesiredSql.of(after.textsWithRenames(), settings).schema().renames();
    for (TableRename rename : renames.tableRenames()) {
      if (!recorded.tableRenames().contains(rename)) {
        notes.add(
            "The rename of %1$s to %2$s is not recorded, because other things begin in the line of %2$s; tell db diff: --rename-table %1$s=%2$s"
                .formatted(rename.from(), rename.to()));
      }
    }
    for (ColumnRename rename : renames.columnRenames()) {
      if (!recorded.columnRenames().contains(rename)) {
        notes.add(
            "The rename of %1$s.%2$s to %3$s is not recorded, because other things begin in the line of %3$s; tell db diff: --rename %1$s.%2$s=%3$s"
                .formatted(rename.table(), rename.from(), rename.to()));
      }
    }
    return notes;
  }

  private static @Nullable DesiredSql carried(
      DesignerSchema saved, @Nullable DesiredSql current, Path newFile, FlywaySettings settings) {
    if (!saved.carriesSql()) {
      return null;
    }
    if (current == null && saved.carried().size() == 1) {
      String only = saved.carried().values().iterator().next();
      return DesiredSql.of(Map.of(newFile, only), settings);
    }
    if (current != null && current.texts().equals(saved.carried())) {
      return current;
    }
    return DesiredSql.of(saved.carried(), settings);
  }

  private static DesignerSchema view(DesiredSql desired) {
    return DesiredView.of(desired, LayoutFile.of(Map.of()));
  }

  private static DesiredSql applied(DesiredSql desired, List<Edit> edits, boolean hasMoved) {
    DesiredSql edited = desired;
    for (Edit edit : edits) {
      try {
        edited = edited.apply(edit);
      } catch (RefusedException e) {
        if (!hasMoved) {
          throw e;
        }
        List<String> problems = new ArrayList<>(e.problems());
        problems.add(
            "The desired schema is not the one that the file was made from; export it again, or put that one back first");
        throw new RefusedException(problems);
      }
    }
    return edited;
  }

  private static Map<Path, String> texts(DesiredSql before, DesiredSql after, boolean isNew) {
    Map<Path, String> changed = new LinkedHashMap<>();
    after
        .textsWithRenames()
        .forEach(
            (file, text) -> {
              if (isNew || !text.equals(before.texts().get(file))) {
                changed.put(file, text);
              }
            });
    return changed;
  }

  private static @Nullable LayoutFile layout(
      DesignerSchema saved, @Nullable LayoutFile places, List<Edit> edits) {
    Map<ErName, Point> now = new TreeMap<>();
    for (DesignerTable table : saved.tables()) {
      now.put(new ErName(table.name()), new Point(table.x(), table.y()));
    }
    LayoutFile given = saved.places();
    if (given != null && given.places().equals(now)) {
      return null;
    }
    Map<ErName, Point> all = new TreeMap<>();
    if (places != null) {
      all.putAll(places.places());
    }
    for (Edit edit : edits) {
      if (edit instanceof Edit.DropTable drop) {
        all.remove(new ErName(drop.table()));
      } else if (edit instanceof Edit.RenameTable rename) {
        all.remove(new ErName(rename.table()));
      }
    }
    all.putAll(now);
    LayoutFile file = LayoutFile.of(all);
    return places != null && places.toString().equals(file.toString()) ? null : file;
  }

  /** Returns what changes in the schema. */
  public List<Difference> differences() {
    return differences;
  }

  /** Returns what was drawn and is not taken over as it is. */
  public List<String> notes() {
    return notes;
  }

  /** Returns the texts that change, by file. */
  public Map<Path, String> texts() {
    return texts;
  }

  /** Returns where tables stand now, or null if that did not change. */
  public @Nullable LayoutFile layout() {
    return layout;
  }
}
