package io.kinrow.diagram.layout;

import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.Picture;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.diagram.options.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives a picture its places: first tables and lines, then views below them. */
public final class SceneBuilder {

  private static final double MARGIN = 24;
  private static final double VIEW_GAP = 28;
  private static final double VIEWS_BELOW = 56;
  private static final double LEAST_WIDTH = 720;

  private SceneBuilder() {}

  /** Returns the scene of a picture. */
  public static Scene of(Picture picture, LayoutOptions options) {
    Sketch sketch = new Sketch(picture, options);
    Placement placement = placement(sketch, options);
    Area tables = placement.extent(sketch);
    List<GroupArea> groups = new ArrayList<>(placement.groups);
    Map<ErName, Area> views = views(sketch, tables, groups);
    Area all = tables;
    for (GroupArea group : groups) {
      all = all == null ? group.area() : all.around(group.area());
    }
    if (all == null) {
      return new Scene(picture, 2 * MARGIN, 2 * MARGIN, List.of(), List.of(), List.of(), List.of());
    }
    Shift shift = new Shift(MARGIN - all.x(), MARGIN - all.y());
    Map<ErName, PlacedBox> boxes = new TreeMap<>();
    sketch.tables.forEach(
        (name, box) -> {
          Point corner = placement.corner(name);
          boxes.put(name, new PlacedBox(box, shift.of(box.at(corner.x(), corner.y()))));
        });
    views.forEach(
        (name, area) ->
            boxes.put(
                name,
                new PlacedBox(Objects.requireNonNull(sketch.views.get(name)), shift.of(area))));
    return new Scene(
        picture,
        Math.ceil(all.width() + 2 * MARGIN),
        Math.ceil(all.height() + 2 * MARGIN),
        groups.stream().map(g -> new GroupArea(g.name(), shift.of(g.area()))).toList(),
        List.copyOf(boxes.values()),
        lines(sketch, placement, shift, boxes),
        placement.warnings);
  }

  /** Returns the places of the tables of a picture, for a file that keeps them. */
  public static LayoutFile places(Picture picture, LayoutOptions options) {
    Sketch sketch = new Sketch(picture, options);
    Placement placement = placement(sketch, options);
    Area extent = placement.extent(sketch);
    if (options.positions() != null || extent == null) {
      return LayoutFile.of(placement.corners);
    }
    Map<ErName, Point> places = new TreeMap<>();
    placement.corners.forEach(
        (name, corner) -> places.put(name, corner.plus(MARGIN - extent.x(), MARGIN - extent.y())));
    return LayoutFile.of(places);
  }

  private static Placement placement(Sketch sketch, LayoutOptions options) {
    LayoutFile positions = options.positions();
    return positions == null ? FreeLayout.of(sketch) : FixedLayout.of(sketch, positions);
  }

  private record Shift(double right, double down) {

    Area of(Area area) {
      return area.at(new Point(area.x() + right, area.y() + down));
    }

    List<Point> of(List<Point> points) {
      return points.stream().map(point -> point.plus(right, down)).toList();
    }
  }

  private static List<Line> lines(
      Sketch sketch, Placement placement, Shift shift, Map<ErName, PlacedBox> boxes) {
    List<Line> lines = new ArrayList<>();
    for (Wire wire : sketch.wires) {
      lines.add(
          new Line(
              wire.reference(),
              shift.of(placement.path(wire)),
              moved(wire.parentRows(), Objects.requireNonNull(boxes.get(wire.parent()))),
              moved(wire.childRows(), Objects.requireNonNull(boxes.get(wire.child()))),
              ""));
    }
    for (Wire stub : sketch.stubs) {
      PlacedBox child = Objects.requireNonNull(boxes.get(stub.child()));
      Point end = new Point(child.area().x(), child.area().y() + stub.childEnd());
      lines.add(
          new Line(
              stub.reference(),
              List.of(end.plus(-Sketch.STUB, 0), end),
              List.of(),
              moved(stub.childRows(), child),
              Sketch.stubText(stub.reference())));
    }
    lines.sort(Comparator.comparing(line -> line.reference().reference()));
    return lines;
  }

  private static List<Double> moved(List<Double> rows, PlacedBox box) {
    return rows.stream().map(row -> row + box.area().y()).toList();
  }

  /** Puts views in rows below the tables. */
  private static Map<ErName, Area> views(
      Sketch sketch, @Nullable Area tables, List<GroupArea> groups) {
    Map<ErName, Area> views = new TreeMap<>();
    Collection<Box> boxes = sketch.views.values();
    if (boxes.isEmpty()) {
      return views;
    }
    double left = tables == null ? 0 : tables.x();
    double top = tables == null ? 0 : tables.bottom() + VIEWS_BELOW;
    double widest = tables == null ? LEAST_WIDTH : Math.max(LEAST_WIDTH, tables.width());
    double x = left + VIEW_GAP;
    double y = top + 40;
    double rowBottom = y;
    double right = x;
    for (Box box : boxes) {
      if (x > left + VIEW_GAP && x + box.width() > left + widest - VIEW_GAP) {
        x = left + VIEW_GAP;
        y = rowBottom + VIEW_GAP;
      }
      views.put(box.name(), box.at(x, y));
      right = Math.max(right, x + box.width());
      rowBottom = Math.max(rowBottom, y + box.height());
      x += box.width() + VIEW_GAP;
    }
    groups.add(
        new GroupArea(
            "Views", new Area(left, top, right - left + VIEW_GAP, rowBottom + VIEW_GAP - top)));
    return views;
  }
}
