package io.kinrow.diagram.layout;

import io.kinrow.diagram.model.Picture;
import java.util.List;

/**
 * A picture in which everything has its place.
 *
 * @param boxes in the order of the names of their tables
 * @param lines in the order of their references
 * @param warnings what a person should know, such as boxes that overlap
 */
public record Scene(
    Picture picture,
    double width,
    double height,
    List<GroupArea> groups,
    List<PlacedBox> boxes,
    List<Line> lines,
    List<String> warnings) {

  public Scene {
    groups = List.copyOf(groups);
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
    warnings = List.copyOf(warnings);
  }
}
