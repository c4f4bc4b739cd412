package io.kinrow.diagram.write;

import static io.kinrow.diagram.write.Markup.number;

import io.kinrow.diagram.layout.Line;
import io.kinrow.diagram.model.ErReference;
import io.kinrow.diagram.options.Point;
import java.util.List;

/**
 * The signs at the ends of a line: at the parent, two bars for exactly one row, or a bar and a
 * circle for at most one; at the child, a crow's foot and a circle for any number, or a bar and a
 * circle for at most one. A bracket gathers the columns of a composite key.
 */
public final class LineEnds {

  private static final double BRACKET = 5;

  private final StringBuilder path = new StringBuilder();

  private LineEnds() {}

  /** Returns the path of the signs at both ends of a line. */
  public static String of(Line line) {
    LineEnds ends = new LineEnds();
    ErReference reference = line.reference().reference();
    List<Point> points = line.points();
    int last = points.size() - 1;
    if (line.stub().isEmpty()) {
      Point end = points.get(0);
      double away = Math.signum(points.get(1).x() - end.x());
      double from = ends.bracket(end, away, line.parentRows());
      ends.bar(end, away, from + 5);
      if (reference.optional()) {
        ends.circle(end, away, from + 11.5);
      } else {
        ends.bar(end, away, from + 9);
      }
    } else {
      ends.arrow(points.get(0));
    }
    Point end = points.get(last);
    double away = Math.signum(points.get(last - 1).x() - end.x());
    double from = ends.bracket(end, away, line.childRows());
    if (reference.unique()) {
      ends.bar(end, away, from + 5);
      ends.circle(end, away, from + 11.5);
    } else {
      ends.foot(end, away, from);
      ends.circle(end, away, from + 12.5);
    }
    return ends.path.toString();
  }

  private double bracket(Point end, double away, List<Double> rows) {
    if (rows.size() < 2) {
      return 0;
    }
    double x = end.x() + away * BRACKET;
    path.append("M" + number(x) + " " + number(rows.get(0)));
    path.append("V" + number(rows.get(rows.size() - 1)));
    for (double row : rows) {
      path.append("M" + number(x) + " " + number(row) + "H" + number(end.x()));
    }
    return BRACKET;
  }

  private void bar(Point end, double away, double distance) {
    double x = end.x() + away * distance;
    path.append("M" + number(x) + " " + number(end.y() - 4) + "v8");
  }

  private void circle(Point end, double away, double distance) {
    double x = end.x() + away * distance;
    path.append("M" + number(x - 3) + " " + number(end.y()));
    path.append("a3 3 0 1 0 6 0a3 3 0 1 0 -6 0");
  }

  private void foot(Point end, double away, double from) {
    double x = end.x() + away * (from + 9.5);
    double near = end.x() + away * from;
    path.append("M" + number(near) + " " + number(end.y() - 5));
    path.append("L" + number(x) + " " + number(end.y()));
    path.append("L" + number(near) + " " + number(end.y() + 5));
  }

  private void arrow(Point end) {
    path.append("M" + number(end.x() + 6) + " " + number(end.y() - 4));
    path.append("L" + number(end.x()) + " " + number(end.y()));
    path.append("L" + number(end.x() + 6) + " " + number(end.y() + 4));
  }
}
