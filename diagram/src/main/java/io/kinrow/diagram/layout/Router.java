package io.kinrow.diagram.layout;

import io.kinrow.diagram.options.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leads lines around boxes that stand where they stand, with as few corners and as little length as
 * it can. Lines with a common parent's end share their way; others that would run over each other
 * are moved apart.
 */
final class Router {

  /** How far a line stays from a box, at least. */
  static final double CLEARANCE = 4;

  /**
   * A line that is wanted.
   *
   * @param net what lines have in common that may share their way
   * @param from where it may begin
   * @param to where it may end
   */
  record Request(Object net, List<Port> from, List<Port> to) {

    Request {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /**
   * An end of a line.
   *
   * @param point on the border of a box
   * @param side 1 if a line leaves to the right, -1 to the left
   * @param free from where on a line may turn
   */
  record Port(Point point, int side, double free) {}

  private final List<Area> obstacles;

  Router(List<Area> obstacles) {
    this.obstacles = List.copyOf(obstacles);
  }

  /**
   * Returns the way of each line; that of one for which there is no way goes through boxes.
   *
   * @param blocked gets the lines for which there is no way
   */
  Map<Request, List<Point>> route(List<Request> requests, List<Request> blocked) {
    Map<Request, List<Point>> ways = new LinkedHashMap<>();
    if (requests.isEmpty()) {
      return ways;
    }
    Grid grid = new Grid(obstacles, requests);
    // short ones first: they have the least choice
    List<Request> order = new ArrayList<>(requests);
    order.sort(Comparator.comparingDouble(Router::distance));
    Search search = new Search(grid);
    Map<Request, List<Point>> found = new HashMap<>();
    for (Request request : order) {
      Optional<List<Point>> way = search.way(request);
      if (way.isPresent()) {
        grid.use(way.get(), request.net());
        found.put(request, way.get());
      } else {
        blocked.add(request);
      }
    }
    for (Request request : requests) {
      ways.put(request, found.getOrDefault(request, straight(request)));
    }
    return new Spread(obstacles, ways, blocked).apart();
  }

  private static double distance(Request request) {
    Point a = request.from().get(0).point();
    Point b = request.to().get(0).point();
    return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
  }

  private static List<Point> straight(Request request) {
    Port from = request.from().get(0);
    Port to = request.to().get(request.to().size() - 1);
    double middle = from.point().x() + from.side() * 12;
    return Placement.simplified(
        List.of(
            from.point(),
            new Point(middle, from.point().y()),
            new Point(middle, to.point().y()),
            to.point()));
  }

  /** Whether a piece of a line runs through a box. */
  static boolean hits(Point a, Point b, Area box) {
    double left = Math.min(a.x(), b.x());
    double right = Math.max(a.x(), b.x());
    double top = Math.min(a.y(), b.y());
    double bottom = Math.max(a.y(), b.y());
    return right > box.x() && left < box.right() && bottom > box.y() && top < box.bottom();
  }
}
