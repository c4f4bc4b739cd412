package io.kinrow.diagram.layout;

import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.ErReference;
import io.kinrow.diagram.model.Picture;
import io.kinrow.diagram.model.PictureReference;
import io.kinrow.diagram.model.PictureTable;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.diagram.options.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a picture consists of, before anything has a place. */
final class Sketch {

  /** The length of a stub. */
  static final double STUB = 26;

  /** How far apart the lines that may end in nothing are from those that may not. */
  private static final double APART = 4.5;

  private static final double NEAR = 14;

  final SortedMap<ErName, Box> tables = new TreeMap<>();
  final SortedMap<ErName, Box> views = new TreeMap<>();
  final List<Wire> wires = new ArrayList<>();
  final List<Wire> stubs = new ArrayList<>();
  final SortedMap<ErName, String> groups;
  private final Map<ErName, Double> stubWidths = new HashMap<>();

  Sketch(Picture picture, LayoutOptions options) {
    Map<ErName, Set<String>> referenced = new HashMap<>();
    for (PictureReference line : picture.references()) {
      ErReference reference = line.reference();
      referenced
          .computeIfAbsent(reference.parent(), p -> new HashSet<>())
          .addAll(reference.parentColumns());
    }
    for (PictureTable table : picture.tables()) {
      boolean keysOnly = options.showsKeysOnly(picture, table) && !table.table().kind().isView();
      Box box = Box.of(table, keysOnly, referenced.getOrDefault(table.name(), Set.of()));
      (table.table().kind().isView() ? views : tables).put(table.name(), box);
    }
    groups = options.groups().of(tables.keySet());
    lines(picture, hubs(picture, options.hub(picture)));
  }

  private static Set<ErName> hubs(Picture picture, int least) {
    Map<ErName, Integer> counts = new HashMap<>();
    for (PictureReference line : picture.references()) {
      counts.merge(line.reference().parent(), 1, Integer::sum);
    }
    Set<ErName> hubs = new HashSet<>();
    counts.forEach(
        (table, count) -> {
          if (least > 0 && count >= least) {
            hubs.add(table);
          }
        });
    return hubs;
  }

  private void lines(Picture picture, Set<ErName> hubs) {
    Map<List<Object>, Set<Boolean>> ends = new HashMap<>();
    Map<ErName, Set<Double>> single = new HashMap<>();
    for (PictureReference line : picture.references()) {
      Box child = tables.get(line.reference().child());
      if (child != null && line.reference().columns().size() == 1) {
        single
            .computeIfAbsent(child.name(), c -> new HashSet<>())
            .add(Wire.middle(Wire.rows(child, line.reference().columns())));
      }
    }
    for (PictureReference line : picture.references()) {
      Box parent = tables.get(line.reference().parent());
      if (parent != null && !hubs.contains(line.reference().parent())) {
        ends.computeIfAbsent(end(line, parent), e -> new HashSet<>())
            .add(line.reference().optional());
      }
    }
    for (PictureReference line : picture.references()) {
      ErReference reference = line.reference();
      Box child = tables.get(reference.child());
      Box parent = tables.get(reference.parent());
      if (child == null) {
        continue;
      }
      List<Double> childRows = Wire.rows(child, reference.columns());
      double childEnd = end(childRows, single.getOrDefault(child.name(), Set.of()));
      if (parent == null
          || (hubs.contains(reference.parent()) && !reference.parent().equals(reference.child()))) {
        stubs.add(new Wire(line, List.of(), childRows, 0, childEnd));
        stubWidths.merge(
            reference.child(), STUB + 8 + TextWidth.of(stubText(line), Box.SIZE - 1), Math::max);
        continue;
      }
      List<Double> parentRows = Wire.rows(parent, reference.parentColumns());
      double parentEnd = Wire.middle(parentRows);
      if (ends.getOrDefault(end(line, parent), Set.of()).size() > 1) {
        parentEnd += reference.optional() ? APART : -APART;
      }
      wires.add(new Wire(line, parentRows, childRows, parentEnd, childEnd));
    }
  }

  private static List<Object> end(PictureReference line, Box parent) {
    return List.of(parent.name(), Wire.rows(parent, line.reference().parentColumns()));
  }

  /** Where a line of these rows ends: in the middle, or at one of them if others end too near. */
  private static double end(List<Double> rows, Set<Double> others) {
    double middle = Wire.middle(rows);
    if (rows.size() == 1 || others.stream().allMatch(y -> Math.abs(y - middle) >= NEAR)) {
      return middle;
    }
    return rows.stream()
        .filter(row -> !others.contains(row))
        .min(Comparator.comparingDouble(row -> Math.abs(row - middle)))
        .orElse(middle);
  }

  /** What stands at the end of a stub. */
  static String stubText(PictureReference line) {
    ErReference reference = line.reference();
    String columns = String.join(", ", reference.parentColumns());
    String text =
        columns.isEmpty() || columns.equals("id")
            ? reference.parent().toString()
            : reference.parent() + "." + columns;
    return TextWidth.inOneLine(text, 40);
  }

  Box table(ErName name) {
    return Objects.requireNonNull(tables.get(name));
  }

  /** The room that a box takes, with its stubs on the left. */
  Area room(Box box, Point corner) {
    double stub = stubWidth(box);
    return new Area(corner.x() - stub, corner.y(), box.width() + stub, box.height());
  }

  double stubWidth(Box box) {
    return stubWidths.getOrDefault(box.name(), 0.0);
  }
}
