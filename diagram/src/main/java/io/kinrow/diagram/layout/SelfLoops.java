package io.kinrow.diagram.layout;

import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.options.Point;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines from a table to itself: on its right side, from one column straight to the other. */
final class SelfLoops {

  /** Past the signs at both ends, and nearer than other lines turn. */
  private static final double DISTANCE = 24;

  private static final double APART = 5;

  private SelfLoops() {}

  /** Adds those of some tables, unless another table is in the way. */
  static void add(Sketch sketch, Placement placement, Set<ErName> tables) {
    for (ErName table : tables) {
      double distance = DISTANCE;
      Box box = sketch.table(table);
      Point corner = placement.corner(table);
      double right = corner.x() + box.width();
      for (Wire wire : sketch.wires) {
        if (!wire.parent().equals(table) || !wire.child().equals(table)) {
          continue;
        }
        double parent = corner.y() + wire.parentEnd();
        double child = corner.y() + wire.childEnd();
        List<Point> path =
            List.of(
                new Point(right, parent),
                new Point(right + distance, parent),
                new Point(right + distance, child),
                new Point(right, child));
        if (isFree(path, sketch, placement)) {
          placement.paths.put(wire, path);
          distance += APART;
        }
      }
    }
  }

  private static boolean isFree(List<Point> path, Sketch sketch, Placement placement) {
    for (Map.Entry<ErName, Point> other : placement.corners.entrySet()) {
      Area room = sketch.room(sketch.table(other.getKey()), other.getValue());
      for (int i = 1; i < path.size(); i++) {
        if (Router.hits(path.get(i - 1), path.get(i), room)) {
          return false;
        }
      }
    }
    return true;
  }
}
