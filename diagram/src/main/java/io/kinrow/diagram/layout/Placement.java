package io.kinrow.diagram.layout;

import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.options.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The places of tables, lines and groups. */
final class Placement {

  /** The upper left corner of each table. */
  final Map<ErName, Point> corners = new TreeMap<>();

  /** The corners of each line, from its parent to its child. */
  final Map<Wire, List<Point>> paths = new LinkedHashMap<>();

  final List<GroupArea> groups = new ArrayList<>();

  /** What a person should know. */
  final List<String> warnings = new ArrayList<>();

  Point corner(ErName table) {
    return Objects.requireNonNull(corners.get(table));
  }

  List<Point> path(Wire wire) {
    return Objects.requireNonNull(paths.get(wire));
  }

  /** The area that everything takes; null if there is nothing. */
  @Nullable Area extent(Sketch sketch) {
    Area extent = null;
    for (Map.Entry<ErName, Point> table : corners.entrySet()) {
      Area room = sketch.room(sketch.table(table.getKey()), table.getValue());
      extent = extent == null ? room : extent.around(room);
    }
    for (List<Point> path : paths.values()) {
      for (Point point : path) {
        Area at = new Area(point.x(), point.y(), 0, 0);
        extent = extent == null ? at : extent.around(at);
      }
    }
    for (GroupArea group : groups) {
      extent = extent == null ? group.area() : extent.around(group.area());
    }
    return extent;
  }

  /** Adds others, moved. */
  void add(Placement other, double right, double down) {
    other.corners.forEach((name, corner) -> corners.put(name, corner.plus(right, down)));
    other.paths.forEach(
        (wire, path) ->
            paths.put(wire, path.stream().map(point -> point.plus(right, down)).toList()));
  }

  /** A path without points in the middle of a straight piece. */
  static List<Point> simplified(List<Point> points) {
    List<Point> kept = new ArrayList<>();
    for (Point point : points) {
      int last = kept.size() - 1;
      if (last >= 0 && kept.get(last).equals(point)) {
        continue;
      }
      if (last >= 1 && isStraight(kept.get(last - 1), kept.get(last), point)) {
        kept.set(last, point);
      } else {
        kept.add(point);
      }
    }
    return kept;
  }

  private static boolean isStraight(Point a, Point b, Point c) {
    return (a.x() == b.x() && b.x() == c.x() && (b.y() - a.y()) * (c.y() - b.y()) > 0)
        || (a.y() == b.y() && b.y() == c.y() && (b.x() - a.x()) * (c.x() - b.x()) > 0);
  }
}
