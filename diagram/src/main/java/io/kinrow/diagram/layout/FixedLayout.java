package io.kinrow.diagram.layout;

import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.diagram.options.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Places tables where a file says, and leads lines around them. Tables that are not in the file
 * stand as near to those that they reference as there is room; no other moves.
 */
final class FixedLayout {

  private static final double GAP_X = 72;
  private static final double GAP_Y = 40;
  private static final double STEP = 20;

  private final Sketch sketch;
  private final Placement placement = new Placement();
  private final SortedMap<ErName, Area> rooms = new TreeMap<>();

  private FixedLayout(Sketch sketch) {
    this.sketch = sketch;
  }

  /** Places all tables of a sketch, its wires, and its groups. */
  static Placement of(Sketch sketch, LayoutFile file) {
    FixedLayout layout = new FixedLayout(sketch);
    sketch.tables.forEach(
        (name, box) -> file.of(name).ifPresent(corner -> layout.put(name, box, corner)));
    if (layout.rooms.isEmpty()) {
      return FreeLayout.of(sketch);
    }
    layout.warn();
    layout.placeNew();
    layout.groups();
    SelfLoops.add(sketch, layout.placement, sketch.tables.keySet());
    List<Wire> left = new ArrayList<>(sketch.wires);
    left.removeAll(layout.placement.paths.keySet());
    new Wiring(sketch, layout.placement).lead(left);
    return layout.placement;
  }

  private void put(ErName name, Box box, Point corner) {
    placement.corners.put(name, corner);
    rooms.put(name, sketch.room(box, corner));
  }

  private Area room(ErName table) {
    return Objects.requireNonNull(rooms.get(table));
  }

  private void warn() {
    List<ErName> names = List.copyOf(rooms.keySet());
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        if (room(names.get(i)).meets(room(names.get(j)), 0)) {
          placement.warnings.add(
              "%s and %s overlap: move one of them in the layout file"
                  .formatted(names.get(i), names.get(j)));
        }
      }
    }
  }

  /** Those with most neighbours that have a place come first. */
  private void placeNew() {
    List<ErName> left = new ArrayList<>(sketch.tables.keySet());
    left.removeAll(rooms.keySet());
    while (!left.isEmpty()) {
      ErName next = left.get(0);
      int most = -1;
      for (ErName name : left) {
        int known = neighbours(name).size();
        if (known > most) {
          most = known;
          next = name;
        }
      }
      left.remove(next);
      Box box = sketch.table(next);
      put(next, box, corner(box, neighbours(next)));
    }
  }

  private List<Area> neighbours(ErName name) {
    List<Area> areas = new ArrayList<>();
    for (Wire wire : sketch.wires) {
      ErName other =
          wire.child().equals(name)
              ? wire.parent()
              : wire.parent().equals(name) ? wire.child() : name;
      if (rooms.containsKey(other)) {
        areas.add(room(other));
      }
    }
    return areas;
  }

  private Point corner(Box box, List<Area> neighbours) {
    double stub = sketch.stubWidth(box);
    Area extent = rooms.values().stream().reduce(Area::around).orElseThrow();
    double width = box.width() + stub;
    if (neighbours.isEmpty()) {
      // below all others, on the left
      return new Point(extent.x() + stub, extent.bottom() + GAP_Y);
    }
    double x = neighbours.stream().mapToDouble(a -> a.centre().x()).average().orElse(0);
    double y = neighbours.stream().mapToDouble(a -> a.centre().y()).average().orElse(0);
    @Nullable Point best = null;
    double least = Double.MAX_VALUE;
    double firstX = snapped(extent.x() - width - GAP_X);
    double firstY = snapped(extent.y() - box.height() - GAP_Y);
    for (double top = firstY; top <= extent.bottom() + GAP_Y + STEP; top += STEP) {
      for (double left = firstX; left <= extent.right() + GAP_X + STEP; left += STEP) {
        double dx = left + width / 2 - x;
        double dy = top + box.height() / 2 - y;
        double distance = dx * dx + dy * dy * 1.5;
        if (distance < least && isFree(new Area(left, top, width, box.height()))) {
          least = distance;
          best = new Point(left + stub, top);
        }
      }
    }
    return best == null ? new Point(extent.x() + stub, extent.bottom() + GAP_Y) : best;
  }

  private static double snapped(double value) {
    return Math.floor(value / STEP) * STEP;
  }

  private boolean isFree(Area area) {
    Area wanted =
        new Area(
            area.x() - GAP_X + 20,
            area.y() - GAP_Y + 10,
            area.width() + 2 * (GAP_X - 20),
            area.height() + 2 * (GAP_Y - 10));
    return rooms.values().stream().noneMatch(room -> room.meets(wanted, 0));
  }

  /** A group is shown where nothing else stands among its tables. */
  private void groups() {
    Map<String, Area> areas = new TreeMap<>();
    sketch.groups.forEach((name, group) -> areas.merge(group, room(name), Area::around));
    areas.forEach(
        (group, area) -> {
          Area shown =
              new Area(area.x() - 20, area.y() - 36, area.width() + 40, area.height() + 56);
          boolean alone =
              rooms.entrySet().stream()
                  .allMatch(
                      room ->
                          group.equals(sketch.groups.get(room.getKey()))
                              || !room.getValue().meets(shown, 0));
          if (alone) {
            placement.groups.add(new GroupArea(group, shown));
          }
        });
  }
}
