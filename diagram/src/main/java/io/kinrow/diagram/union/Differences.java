package io.kinrow.diagram.union;

import io.kinrow.diagram.model.ErColumn;
import io.kinrow.diagram.model.ErModel;
import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.ErReference;
import io.kinrow.diagram.model.ErTable;
import io.kinrow.diagram.model.Mark;
import io.kinrow.diagram.model.Picture;
import io.kinrow.diagram.model.PictureColumn;
import io.kinrow.diagram.model.PictureReference;
import io.kinrow.diagram.model.PictureTable;
import io.kinrow.diagram.model.Versions;
import io.kinrow.migrate.compare.DiffOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The picture of what differs between two models. A large one leaves out the tables that stay the
 * same and have no reference to or from one that does not.
 */
public final class Differences {

  /** The number of tables up to which all of them are shown. */
  private static final int FEW = 12;

  private final ErModel from;
  private final ErModel to;
  private final RenamedNames renames;
  private final SortedMap<ErName, PictureTable> tables = new TreeMap<>();
  private final List<PictureReference> references = new ArrayList<>();

  private Differences(ErModel from, ErModel to, DiffOptions renames) {
    this.from = from;
    this.to = to;
    this.renames = new RenamedNames(renames, from, to);
  }

  /** Returns the picture. */
  public static Picture between(String title, ErModel from, ErModel to, DiffOptions renames) {
    Differences differences = new Differences(from, to, renames);
    differences.tables();
    differences.references();
    differences.leaveOut();
    return new Picture(
        title,
        List.copyOf(differences.tables.values()),
        differences.references.stream()
            .sorted(Comparator.comparing(PictureReference::reference))
            .toList(),
        true);
  }

  private void tables() {
    SortedMap<ErName, ErTable> old = new TreeMap<>();
    from.tables().forEach(table -> old.put(renames.now(table.name()), table));
    for (ErTable table : to.tables()) {
      ErTable before = old.remove(table.name());
      tables.put(
          table.name(), before == null ? PictureTable.of(table, Mark.NEW) : changed(before, table));
    }
    old.forEach((name, table) -> tables.put(name, PictureTable.of(table, Mark.GONE)));
  }

  private PictureTable changed(ErTable before, ErTable now) {
    List<PictureColumn> rows = new ArrayList<>();
    List<ErColumn> left = new ArrayList<>(before.columns());
    for (ErColumn column : now.columns()) {
      ErColumn old = renames.former(now.name(), column, left);
      if (old == null) {
        rows.add(PictureColumn.of(column, Mark.NEW, null));
      } else {
        left.remove(old);
        boolean same = old.name().equals(column.name()) && old.looksLike(column);
        rows.add(PictureColumn.of(column, same ? Mark.SAME : Mark.CHANGED, same ? null : old));
      }
    }
    for (ErColumn gone : left) {
      rows.add(place(before, gone, rows), PictureColumn.of(gone, Mark.GONE, null));
    }
    List<PictureColumn> placed = new ArrayList<>();
    for (PictureColumn row : rows) {
      placed.add(row.at(placed.size()));
    }
    boolean renamed = !before.name().equals(now.name());
    boolean same =
        !renamed
            && before.kind() == now.kind()
            && before.note().equals(now.note())
            && placed.stream().allMatch(row -> row.mark() == Mark.SAME)
            && new HashSet<>(before.uniqueKeys()).equals(new HashSet<>(now.uniqueKeys()));
    return new PictureTable(
        now, same ? Mark.SAME : Mark.CHANGED, renamed ? before.name() : null, placed, Versions.ALL);
  }

  /** A column that is gone stands after the one that it stood after. */
  private static int place(ErTable before, ErColumn gone, List<PictureColumn> rows) {
    int index = before.columns().indexOf(gone);
    if (index == 0) {
      return 0;
    }
    ErColumn previous = before.columns().get(index - 1);
    for (int i = 0; i < rows.size(); i++) {
      ErColumn old = Objects.requireNonNullElse(rows.get(i).former(), rows.get(i).column());
      if (rows.get(i).mark() != Mark.NEW && old.name().equals(previous.name())) {
        return i + 1;
      }
    }
    return rows.size();
  }

  private void references() {
    List<ErReference> left = new ArrayList<>(from.references());
    for (ErReference reference : to.references()) {
      ErReference old = former(reference, left);
      if (old == null) {
        references.add(PictureReference.of(reference, Mark.NEW, null));
        continue;
      }
      left.remove(old);
      boolean same =
          old.actions().equals(reference.actions())
              && old.optional() == reference.optional()
              && old.unique() == reference.unique();
      references.add(
          PictureReference.of(reference, same ? Mark.SAME : Mark.CHANGED, same ? null : old));
    }
    for (ErReference gone : left) {
      references.add(PictureReference.of(renames.placed(gone, tables), Mark.GONE, null));
    }
  }

  /** The same foreign key before; one that is the same in all else wins. */
  private @Nullable ErReference former(ErReference reference, List<ErReference> left) {
    ErReference found = null;
    for (ErReference old : left) {
      ErReference now = renames.now(old);
      if (now.joinsAs(reference) && (found == null || now.actions().equals(reference.actions()))) {
        found = old;
      }
    }
    return found;
  }

  private void leaveOut() {
    if (tables.size() <= FEW) {
      return;
    }
    Set<ErName> shown = new HashSet<>();
    tables.forEach(
        (name, table) -> {
          if (table.mark() != Mark.SAME) {
            shown.add(name);
          }
        });
    Set<ErName> changed = new HashSet<>(shown);
    for (PictureReference line : references) {
      ErReference reference = line.reference();
      if (line.mark() != Mark.SAME
          || changed.contains(reference.child())
          || changed.contains(reference.parent())) {
        shown.add(reference.child());
        shown.add(reference.parent());
      }
    }
    tables.keySet().retainAll(shown);
    references.removeIf(line -> !shown.contains(line.reference().child()));
  }
}
