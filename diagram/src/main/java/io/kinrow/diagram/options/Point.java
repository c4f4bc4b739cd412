package io.kinrow.diagram.options;

/** A place in a picture: x to the right, y down. */
public record Point(double x, double y) {

  /** Returns the place so far to the right and down from here. */
  public Point plus(double right, double down) {
    return new Point(x + right, y + down);
  }
}
