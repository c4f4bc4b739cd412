package io.kinrow.diagram.layout;

import io.kinrow.diagram.options.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds good ways of lines on a grid: A*, where corners and others' ways cost extra. A state is a
 * crossing and how the line runs there. For one thread.
 */
final class Search {

  private static final double CORNER = 40;
  private static final double SHARED = 1.5;
  private static final double NARROW = 3;

  /** More than 1: a way that is found much sooner may be a little longer. */
  private static final double HASTE = 1.15;

  private static final int NONE = -1;

  // the ways in which a line may run at a crossing
  private static final int STATES = 3;
  private static final int RIGHT = 0;
  private static final int LEFT = 1;
  private static final int UP_OR_DOWN = 2;

  private final Grid grid;
  private final int width;
  private final double[] costs;
  private final int[] came;
  private final int[] seen;
  private int round;
  private int[] heap = new int[256];
  private double[] estimates = new double[256];
  private int size;
  private List<End> goals = List.of();
  private @Nullable Object net;

  Search(Grid grid) {
    this.grid = grid;
    width = grid.xs.length;
    int states = STATES * width * grid.ys.length;
    costs = new double[states];
    came = new int[states];
    seen = new int[states];
  }

  /** The first crossing in front of a port. */
  private record End(int x, int y, Router.Port port) {

    int leaving(Grid grid) {
      return grid.at(x, y) * STATES + (port.side() > 0 ? RIGHT : LEFT);
    }

    int arriving(Grid grid) {
      return grid.at(x, y) * STATES + (port.side() > 0 ? LEFT : RIGHT);
    }
  }

  /** Returns the way from one of the first ends of a line to one of the second, if there is one. */
  Optional<List<Point>> way(Router.Request request) {
    round++;
    size = 0;
    net = request.net();
    goals = ends(request.to());
    List<End> starts = ends(request.from());
    if (goals.isEmpty()) {
      return Optional.empty();
    }
    for (End start : starts) {
      double cost = Math.abs(grid.xs[start.x] - start.port.point().x());
      offer(NONE, start.leaving(grid), start.x, start.y, cost);
    }
    while (size > 0) {
      double estimate = estimates[0];
      int state = poll();
      int x = state / STATES % width;
      int y = state / STATES / width;
      if (estimate > costs[state] + rest(x, y) + 1e-6) {
        continue; // a better one came later
      }
      for (End goal : goals) {
        if (goal.arriving(grid) == state) {
          return Optional.of(path(state, starts, goal));
        }
      }
      move(state, x, y);
    }
    return Optional.empty();
  }

  private void move(int state, int x, int y) {
    double cost = costs[state];
    int crossing = grid.at(x, y) * STATES;
    switch (state % STATES) {
      case RIGHT -> {
        if (grid.isOpenRight(x, y)) {
          double length = (grid.xs[x + 1] - grid.xs[x]) * factor(grid.userRight(x, y));
          offer(state, state + STATES, x + 1, y, cost + length);
        }
        upOrDown(state, x, y, cost + CORNER);
      }
      case LEFT -> {
        if (grid.isOpenRight(x - 1, y)) {
          double length = (grid.xs[x] - grid.xs[x - 1]) * factor(grid.userRight(x - 1, y));
          offer(state, state - STATES, x - 1, y, cost + length);
        }
        upOrDown(state, x, y, cost + CORNER);
      }
      default -> {
        upOrDown(state, x, y, cost);
        offer(state, crossing + RIGHT, x, y, cost + CORNER);
        offer(state, crossing + LEFT, x, y, cost + CORNER);
      }
    }
  }

  private void upOrDown(int state, int x, int y, double cost) {
    double narrow = grid.narrow[x] ? NARROW : 1;
    if (grid.isOpenDown(x, y)) {
      double length = (grid.ys[y + 1] - grid.ys[y]) * narrow * factor(grid.userDown(x, y));
      offer(state, grid.at(x, y + 1) * STATES + UP_OR_DOWN, x, y + 1, cost + length);
    }
    if (grid.isOpenDown(x, y - 1)) {
      double length = (grid.ys[y] - grid.ys[y - 1]) * narrow * factor(grid.userDown(x, y - 1));
      offer(state, grid.at(x, y - 1) * STATES + UP_OR_DOWN, x, y - 1, cost + length);
    }
  }

  private double factor(@Nullable Object user) {
    return user == null || user.equals(net) ? 1 : SHARED;
  }

  private void offer(int from, int state, int x, int y, double cost) {
    if (seen[state] == round && cost >= costs[state]) {
      return;
    }
    seen[state] = round;
    costs[state] = cost;
    came[state] = from;
    add(state, cost + rest(x, y));
  }

  private double rest(int x, int y) {
    double least = Double.MAX_VALUE;
    for (End goal : goals) {
      double distance =
          Math.abs(grid.xs[goal.x] - grid.xs[x]) + Math.abs(grid.ys[goal.y] - grid.ys[y]);
      least = Math.min(least, distance);
    }
    return least * HASTE;
  }

  /** The first crossings in front of ports, unless a box is on them. */
  private List<End> ends(List<Router.Port> ports) {
    List<End> ends = new ArrayList<>();
    for (Router.Port port : ports) {
      int y = Grid.first(grid.ys, port.point().y());
      int x = Grid.first(grid.xs, port.free());
      if (port.side() < 0 && (x == grid.xs.length || grid.xs[x] > port.free())) {
        x--;
      }
      if (x >= 0 && x < grid.xs.length && isReached(port, x, y)) {
        ends.add(new End(x, y, port));
      }
    }
    return ends;
  }

  /** Whether nothing is in the way from a port to a crossing. */
  private boolean isReached(Router.Port port, int x, int y) {
    for (int at = x; at >= 0 && at < grid.xs.length; at -= port.side()) {
      if ((grid.xs[at] - port.point().x()) * port.side() <= Router.CLEARANCE) {
        return true;
      }
      if (!grid.isFree(at, y)) {
        return false;
      }
    }
    return true;
  }

  private List<Point> path(int last, List<End> starts, End goal) {
    List<Point> points = new ArrayList<>();
    points.add(goal.port.point());
    int first = last;
    for (int state = last; state != NONE; state = came[state]) {
      points.add(new Point(grid.xs[state / STATES % width], grid.ys[state / STATES / width]));
      first = state;
    }
    for (End start : starts) {
      if (start.leaving(grid) == first) {
        points.add(start.port.point());
        break;
      }
    }
    Collections.reverse(points);
    return Placement.simplified(points);
  }

  // a heap of states, the one with the least estimate on top; of equals, the one with the least
  // number, so that the same grid has the same ways

  private void add(int state, double estimate) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
      estimates = Arrays.copyOf(estimates, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (!isBefore(estimate, state, parent)) {
        break;
      }
      heap[at] = heap[parent];
      estimates[at] = estimates[parent];
      at = parent;
    }
    heap[at] = state;
    estimates[at] = estimate;
  }

  private int poll() {
    int top = heap[0];
    int state = heap[--size];
    double estimate = estimates[size];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && isBefore(estimates[child + 1], heap[child + 1], child)) {
        child++;
      }
      if (isBefore(estimate, state, child)) {
        break;
      }
      heap[at] = heap[child];
      estimates[at] = estimates[child];
      at = child;
    }
    heap[at] = state;
    estimates[at] = estimate;
    return top;
  }

  private boolean isBefore(double estimate, int state, int other) {
    return estimate < estimates[other] || (estimate == estimates[other] && state < heap[other]);
  }
}
