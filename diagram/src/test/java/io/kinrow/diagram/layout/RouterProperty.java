package io.kinrow.diagram.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.diagram.options.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Lines between boxes that stand anywhere go around all of them. */
final class RouterProperty {

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void eachLine_goesAroundAllBoxes(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    List<Area> boxes = boxes(random);
    List<Router.Request> requests = new ArrayList<>();
    for (int i = 0; i < 3 * boxes.size(); i++) {
      Area parent = boxes.get(random.nextInt(boxes.size()));
      Area child = boxes.get(random.nextInt(boxes.size()));
      requests.add(
          new Router.Request(
              boxes.indexOf(parent), ports(parent, 40), ports(child, 60 + 20 * random.nextInt(3))));
    }
    List<Router.Request> blocked = new ArrayList<>();
    Map<Router.Request, List<Point>> ways = new Router(boxes).route(requests, blocked);
    assertThat(blocked).isEmpty();
    assertThat(ways.keySet()).containsAll(requests);
    ways.forEach((request, way) -> check(request, way, boxes));
    assertThat(new Router(boxes).route(requests, new ArrayList<>())).isEqualTo(ways);
  }

  private static void check(Router.Request request, List<Point> way, List<Area> boxes) {
    assertThat(request.from()).extracting(Router.Port::point).contains(way.get(0));
    assertThat(request.to()).extracting(Router.Port::point).contains(way.get(way.size() - 1));
    for (int i = 1; i < way.size(); i++) {
      Point a = way.get(i - 1);
      Point b = way.get(i);
      assertThat(a.x() == b.x() || a.y() == b.y()).as("%s to %s", a, b).isTrue();
      for (Area box : boxes) {
        assertThat(Router.hits(a, b, box)).as("%s to %s through %s", a, b, box).isFalse();
      }
    }
  }

  /** In no rows, with at least the room for a line between them. */
  private static List<Area> boxes(Random random) {
    List<Area> boxes = new ArrayList<>();
    int wanted = 2 + random.nextInt(20);
    while (boxes.size() < wanted) {
      Area box =
          new Area(
              random.nextInt(1600),
              random.nextInt(1200),
              110 + random.nextInt(200),
              110 + random.nextInt(200));
      if (boxes.stream().noneMatch(other -> other.meets(box, 50))) {
        boxes.add(box);
      }
      wanted -= random.nextInt(50) == 0 ? 1 : 0;
    }
    return boxes;
  }

  private static List<Router.Port> ports(Area box, double height) {
    double y = box.y() + height;
    return List.of(
        new Router.Port(new Point(box.right(), y), 1, box.right() + 24),
        new Router.Port(new Point(box.x(), y), -1, box.x() - 24));
  }
}
