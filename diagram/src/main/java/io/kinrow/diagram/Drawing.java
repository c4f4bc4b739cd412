package io.kinrow.diagram;

import java.util.List;

/**
 * A picture in one of its formats.
 *
 * @param text the contents of its file
 * @param warnings what a person should know, such as tables that overlap
 */
public record Drawing(String text, List<String> warnings) {

  public Drawing {
    warnings = List.copyOf(warnings);
  }
}
