package io.kinrow.diagram.layout;

import io.kinrow.diagram.model.PictureReference;
import io.kinrow.diagram.options.Point;
import java.util.List;

/**
 * A reference at its place.
 *
 * @param points its corners, from the parent's end to the child's; only these two for a stub
 * @param parentRows the middles of the parent's columns, more than one of a composite key
 * @param childRows the middles of the child's columns, more than one of a composite key
 * @param stub the text at the end of a line that does not reach its parent; or ""
 */
public record Line(
    PictureReference reference,
    List<Point> points,
    List<Double> parentRows,
    List<Double> childRows,
    String stub) {

  public Line {
    points = List.copyOf(points);
    parentRows = List.copyOf(parentRows);
    childRows = List.copyOf(childRows);
  }
}
