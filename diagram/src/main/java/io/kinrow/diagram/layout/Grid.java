package io.kinrow.diagram.layout;

import io.kinrow.diagram.options.Point;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The lines beside boxes and at the height of ports on which lines may run. */
final class Grid {

  /** Beside a box: the first is near enough for narrow gaps, the second leaves room for signs. */
  private static final double[] BESIDE = {10, 26};

  private static final double ABOVE = 13;

  final double[] xs;
  final double[] ys;

  /** Whether one cannot go from a crossing to the next one on the right. */
  private final boolean[] closedRight;

  /** Whether one cannot go from a crossing to the next one below. */
  private final boolean[] closedDown;

  /** Which columns are so near to a box that a line in them runs through the signs of others. */
  final boolean[] narrow;

  /** Whether a box is on a crossing, or too near. */
  private final boolean[] taken;

  private final @Nullable Object[] usedRight;
  private final @Nullable Object[] usedDown;

  Grid(List<Area> obstacles, List<Router.Request> requests) {
    TreeSet<Double> columns = new TreeSet<>();
    TreeSet<Double> rows = new TreeSet<>();
    for (Area box : obstacles) {
      for (double beside : BESIDE) {
        columns.add(box.x() - beside);
        columns.add(box.right() + beside);
      }
      rows.add(box.y() - ABOVE);
      rows.add(box.bottom() + ABOVE);
    }
    for (Router.Request request : requests) {
      request.from().forEach(port -> rows.add(port.point().y()));
      request.to().forEach(port -> rows.add(port.point().y()));
    }
    xs = columns.stream().mapToDouble(Double::doubleValue).toArray();
    ys = rows.stream().mapToDouble(Double::doubleValue).toArray();
    Set<Double> near = new HashSet<>();
    Set<Double> wide = new HashSet<>();
    for (Area box : obstacles) {
      near.addAll(List.of(box.x() - BESIDE[0], box.right() + BESIDE[0]));
      wide.addAll(List.of(box.x() - BESIDE[1], box.right() + BESIDE[1]));
    }
    narrow = new boolean[xs.length];
    for (int x = 0; x < xs.length; x++) {
      narrow[x] = near.contains(xs[x]) && !wide.contains(xs[x]);
    }
    closedRight = new boolean[xs.length * ys.length];
    closedDown = new boolean[xs.length * ys.length];
    taken = new boolean[xs.length * ys.length];
    usedRight = new Object[xs.length * ys.length];
    usedDown = new Object[xs.length * ys.length];
    obstacles.forEach(this::close);
  }

  private void close(Area box) {
    Area kept = box.grown(Router.CLEARANCE);
    int firstX = first(xs, kept.x());
    int lastX = first(xs, kept.right());
    int firstY = first(ys, kept.y());
    int lastY = first(ys, kept.bottom());
    for (int y = firstY; y < lastY; y++) {
      for (int x = Math.max(0, firstX - 1); x < Math.min(lastX, xs.length - 1); x++) {
        closedRight[at(x, y)] = true;
      }
      Arrays.fill(taken, at(firstX, y), at(lastX, y), true);
    }
    for (int x = firstX; x < lastX; x++) {
      for (int y = Math.max(0, firstY - 1); y < Math.min(lastY, ys.length - 1); y++) {
        closedDown[at(x, y)] = true;
      }
    }
  }

  /** The index of the first line that is not left of, or above, a place. */
  static int first(double[] lines, double place) {
    int index = Arrays.binarySearch(lines, place);
    return index >= 0 ? index : -index - 1;
  }

  int at(int x, int y) {
    return y * xs.length + x;
  }

  boolean isFree(int x, int y) {
    return !taken[at(x, y)];
  }

  boolean isOpenRight(int x, int y) {
    return x >= 0 && x < xs.length - 1 && !closedRight[at(x, y)];
  }

  boolean isOpenDown(int x, int y) {
    return y >= 0 && y < ys.length - 1 && !closedDown[at(x, y)];
  }

  /** Whose line runs to the next crossing on the right; null if none does. */
  @Nullable Object userRight(int x, int y) {
    return usedRight[at(x, y)];
  }

  /** Whose line runs to the next crossing below; null if none does. */
  @Nullable Object userDown(int x, int y) {
    return usedDown[at(x, y)];
  }

  /** Remembers a way, so that others keep away from it. */
  void use(List<Point> way, Object net) {
    for (int i = 1; i < way.size(); i++) {
      Point a = way.get(i - 1);
      Point b = way.get(i);
      if (a.y() == b.y()) {
        int row = first(ys, a.y());
        int last = first(xs, Math.max(a.x(), b.x()));
        for (int x = first(xs, Math.min(a.x(), b.x())); x < last; x++) {
          usedRight[at(x, row)] = net;
        }
      } else {
        int column = first(xs, a.x());
        int last = first(ys, Math.max(a.y(), b.y()));
        for (int y = first(ys, Math.min(a.y(), b.y())); y < last; y++) {
          usedDown[at(column, y)] = net;
        }
      }
    }
  }
}
