package io.kinrow.diagram.layout;

import io.kinrow.diagram.options.Point;

/** A rectangle in a picture. */
public record Area(double x, double y, double width, double height) {

  /** Returns its right border. */
  public double right() {
    return x + width;
  }

  /** Returns its bottom. */
  public double bottom() {
    return y + height;
  }

  boolean meets(Area other, double margin) {
    return x < other.right() + margin
        && other.x < right() + margin
        && y < other.bottom() + margin
        && other.y < bottom() + margin;
  }

  Area around(Area other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new Area(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }

  Area grown(double by) {
    return new Area(x - by, y - by, width + 2 * by, height + 2 * by);
  }

  Area at(Point corner) {
    return new Area(corner.x(), corner.y(), width, height);
  }

  Point centre() {
    return new Point(x + width / 2, y + height / 2);
  }
}
