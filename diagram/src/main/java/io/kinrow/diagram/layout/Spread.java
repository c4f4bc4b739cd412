package io.kinrow.diagram.layout;

import io.kinrow.diagram.options.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Moves pieces of lines apart that would run over each other, as far as there is room. */
final class Spread {

  private static final double APART = 8;

  private final List<Area> obstacles;
  private final Map<Router.Request, List<Point>> ways;
  private final List<Router.Request> blocked;

  Spread(
      List<Area> obstacles, Map<Router.Request, List<Point>> ways, List<Router.Request> blocked) {
    this.obstacles = obstacles;
    this.ways = ways;
    this.blocked = blocked;
  }

  /** A way whose corners are moved. */
  private static final class Moving {
    final Router.Request request;
    final double[] xs;
    final double[] ys;

    Moving(Router.Request request, List<Point> points) {
      this.request = request;
      xs = points.stream().mapToDouble(Point::x).toArray();
      ys = points.stream().mapToDouble(Point::y).toArray();
    }

    List<Point> points() {
      List<Point> points = new ArrayList<>();
      for (int i = 0; i < xs.length; i++) {
        points.add(new Point(xs[i], ys[i]));
      }
      return Placement.simplified(points);
    }
  }

  /**
   * Pieces of one net in one place.
   *
   * @param at the coordinate that may change
   * @param from where it begins, in the other direction
   * @param to where it ends
   * @param pull where its lines come from and go to, on average
   * @param fixed whether it ends at a box, and so stays
   */
  private record Piece(
      Object net,
      double at,
      double from,
      double to,
      double pull,
      boolean fixed,
      List<int[]> places) {

    boolean meets(Piece other) {
      return from < other.to + 3 && other.from < to + 3;
    }
  }

  Map<Router.Request, List<Point>> apart() {
    List<Moving> all = new ArrayList<>();
    ways.forEach(
        (request, points) -> {
          if (!blocked.contains(request)) {
            all.add(new Moving(request, points));
          }
        });
    move(all, true);
    move(all, false);
    Map<Router.Request, List<Point>> moved = new LinkedHashMap<>(ways);
    for (Moving way : all) {
      List<Point> points = way.points();
      if (isFree(points)) {
        moved.put(way.request, points);
      }
    }
    return moved;
  }

  private boolean isFree(List<Point> points) {
    for (int i = 2; i < points.size() - 1; i++) {
      for (Area box : obstacles) {
        if (Router.hits(points.get(i - 1), points.get(i), box)) {
          return false;
        }
      }
    }
    return true;
  }

  private void move(List<Moving> all, boolean vertical) {
    List<Piece> pieces = merged(pieces(all, vertical));
    List<Piece> placed = new ArrayList<>();
    List<Double> places = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.fixed) {
        placed.add(piece);
        places.add(piece.at);
      }
    }
    for (Piece piece : pieces) {
      if (piece.fixed) {
        continue;
      }
      double place = free(piece, placed, places, vertical);
      placed.add(piece);
      places.add(place);
      for (int[] corner : piece.places) {
        Moving way = all.get(corner[0]);
        double[] values = vertical ? way.xs : way.ys;
        values[corner[1]] = place;
        values[corner[1] + 1] = place;
      }
    }
  }

  /** The nearest place to its own that is not taken and not too near a box. */
  private double free(Piece piece, List<Piece> placed, List<Double> places, boolean vertical) {
    double low = -Double.MAX_VALUE;
    double high = Double.MAX_VALUE;
    for (Area box : obstacles) {
      double begin = vertical ? box.y() : box.x();
      double end = vertical ? box.bottom() : box.right();
      if (piece.from < end + 2 && piece.to > begin - 2) {
        double near = vertical ? box.x() : box.y();
        double far = vertical ? box.right() : box.bottom();
        if (far <= piece.at) {
          low = Math.max(low, far + Router.CLEARANCE + 2);
        } else if (near >= piece.at) {
          high = Math.min(high, near - Router.CLEARANCE - 2);
        }
      }
    }
    for (int i = 0; i < 24; i++) {
      double place = piece.at + (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) * APART;
      if (place >= low && place <= high && !isTaken(piece, place, placed, places)) {
        return place;
      }
    }
    return piece.at;
  }

  private static boolean isTaken(
      Piece piece, double place, List<Piece> placed, List<Double> places) {
    for (int i = 0; i < placed.size(); i++) {
      if (Math.abs(places.get(i) - place) < APART - 1
          && piece.meets(placed.get(i))
          && !placed.get(i).net.equals(piece.net)) {
        return true;
      }
    }
    return false;
  }

  private static List<Piece> pieces(List<Moving> all, boolean vertical) {
    List<Piece> pieces = new ArrayList<>();
    for (int w = 0; w < all.size(); w++) {
      Moving way = all.get(w);
      for (int i = 0; i + 1 < way.xs.length; i++) {
        boolean isVertical = way.xs[i] == way.xs[i + 1];
        if (isVertical != vertical) {
          continue;
        }
        double[] along = vertical ? way.ys : way.xs;
        double[] across = vertical ? way.xs : way.ys;
        boolean fixed = i == 0 || i + 2 == way.xs.length;
        double pull = fixed ? across[i] : (across[i - 1] + across[i + 2]) / 2;
        pieces.add(
            new Piece(
                way.request.net(),
                across[i],
                Math.min(along[i], along[i + 1]),
                Math.max(along[i], along[i + 1]),
                pull,
                fixed,
                List.of(new int[] {w, i})));
      }
    }
    pieces.sort(
        Comparator.comparingDouble(Piece::at)
            .thenComparingDouble(Piece::pull)
            .thenComparingDouble(Piece::from));
    return pieces;
  }

  /** Pieces of one net that lie in one line become one. */
  private static List<Piece> merged(List<Piece> pieces) {
    List<Piece> merged = new ArrayList<>();
    for (Piece piece : pieces) {
      Piece rest = piece;
      for (int i = merged.size() - 1; i >= 0 && merged.get(i).at == rest.at; i--) {
        Piece other = merged.get(i);
        if (other.net.equals(rest.net) && other.fixed == rest.fixed && other.meets(rest)) {
          List<int[]> places = new ArrayList<>(other.places);
          places.addAll(rest.places);
          rest =
              new Piece(
                  rest.net,
                  rest.at,
                  Math.min(other.from, rest.from),
                  Math.max(other.to, rest.to),
                  (other.pull + rest.pull) / 2,
                  rest.fixed,
                  places);
          merged.remove(i);
        }
      }
      merged.add(rest);
    }
    return merged;
  }
}
