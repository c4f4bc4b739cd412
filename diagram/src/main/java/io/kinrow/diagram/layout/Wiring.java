package io.kinrow.diagram.layout;

import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.options.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Leads lines between tables that have their places. */
final class Wiring {

  /** The least distance from a box at which a line may turn, past the signs at its end. */
  private static final double TURN = 24;

  private static final double NARROW_TURN = 10;

  private final Sketch sketch;
  private final Placement placement;

  Wiring(Sketch sketch, Placement placement) {
    this.sketch = sketch;
    this.placement = placement;
  }

  /** Leads these, and warns of those for which there is no way. */
  void lead(List<Wire> wires) {
    List<Area> rooms = new ArrayList<>();
    sketch.tables.forEach((name, box) -> rooms.add(sketch.room(box, placement.corner(name))));
    Router router = new Router(rooms);
    Map<Wire, Router.Request> requests = new LinkedHashMap<>();
    for (Wire wire : wires) {
      requests.put(wire, request(wire, TURN));
    }
    List<Router.Request> blocked = new ArrayList<>();
    Map<Router.Request, List<Point>> ways = router.route(List.copyOf(requests.values()), blocked);
    if (!blocked.isEmpty()) {
      // where tables stand close together
      for (Map.Entry<Wire, Router.Request> entry : requests.entrySet()) {
        if (blocked.contains(entry.getValue())) {
          entry.setValue(request(entry.getKey(), NARROW_TURN));
        }
      }
      blocked.clear();
      ways = router.route(List.copyOf(requests.values()), blocked);
    }
    for (Map.Entry<Wire, Router.Request> entry : requests.entrySet()) {
      placement.paths.put(entry.getKey(), Objects.requireNonNull(ways.get(entry.getValue())));
      if (blocked.contains(entry.getValue())) {
        placement.warnings.add(
            "There is no way for the line %s: its tables stand too close to others"
                .formatted(entry.getKey().reference().reference()));
      }
    }
  }

  private Router.Request request(Wire wire, double turn) {
    return new Router.Request(
        List.of(wire.parent(), wire.parentEnd()),
        ports(wire.parent(), wire.parentEnd(), turn),
        ports(wire.child(), wire.childEnd(), turn));
  }

  /** On the right side and on the left side of a table. */
  private List<Router.Port> ports(ErName table, double height, double turn) {
    Box box = sketch.table(table);
    Point corner = placement.corner(table);
    double y = corner.y() + height;
    double right = corner.x() + box.width();
    double stub = sketch.stubWidth(box);
    return List.of(
        new Router.Port(new Point(right, y), 1, right + turn),
        new Router.Port(new Point(corner.x(), y), -1, corner.x() - stub - turn));
  }
}
