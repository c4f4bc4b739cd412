package io.kinrow.diagram.layout;

/** A place in a picture: x to the right, y down. */
public record Point(double x, double y) {

  Point plus(double right, double down) {
    return new Point(x + right, y + down);
  }
}
