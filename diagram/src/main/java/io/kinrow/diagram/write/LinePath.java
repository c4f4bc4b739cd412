package io.kinrow.diagram.write;

import static io.kinrow.diagram.write.Markup.number;

import io.kinrow.diagram.options.Point;
import java.util.List;

/** The path of a line, with round corners. */
public final class LinePath {

  private static final double RADIUS = 5;

  private LinePath() {}

  /** Returns the path of a line. */
  public static String of(List<Point> points) {
    Point first = points.get(0);
    StringBuilder path = new StringBuilder("M" + number(first.x()) + " " + number(first.y()));
    for (int i = 1; i < points.size(); i++) {
      Point at = points.get(i);
      if (i == points.size() - 1) {
        path.append("L" + number(at.x()) + " " + number(at.y()));
        continue;
      }
      Point before = points.get(i - 1);
      Point after = points.get(i + 1);
      double radius = Math.min(RADIUS, Math.min(distance(before, at), distance(at, after)) / 2);
      Point in = towards(at, before, radius);
      Point out = towards(at, after, radius);
      path.append("L" + number(in.x()) + " " + number(in.y()));
      path.append("Q" + number(at.x()) + " " + number(at.y()));
      path.append(" " + number(out.x()) + " " + number(out.y()));
    }
    return path.toString();
  }

  /** A point near the middle, on the longest piece. */
  static Point middle(List<Point> points) {
    Point best = points.get(0);
    double longest = -1;
    for (int i = 1; i < points.size(); i++) {
      double length = distance(points.get(i - 1), points.get(i));
      if (length > longest) {
        longest = length;
        best = towards(points.get(i - 1), points.get(i), length / 2);
      }
    }
    return best;
  }

  private static double distance(Point a, Point b) {
    return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
  }

  private static Point towards(Point from, Point to, double by) {
    double length = distance(from, to);
    if (length == 0) {
      return from;
    }
    return new Point(
        from.x() + (to.x() - from.x()) * by / length, from.y() + (to.y() - from.y()) * by / length);
  }
}
