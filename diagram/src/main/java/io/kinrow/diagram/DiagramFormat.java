package io.kinrow.diagram;

import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats of pictures. */
public enum DiagramFormat {
  /** A picture for pages and documents, light or dark as its reader prefers. */
  SVG("svg", "svg"),
  /** One page with search, zoom and the versions of the history; it needs nothing else. */
  HTML("html", "htm"),
  /** The text that GitHub and GitLab draw in Markdown. */
  MERMAID("mmd", "mermaid"),
  /** The text of dbdiagram.io. */
  DBML("dbml", "dbml"),
  /** The XML of WWW SQL Designer, in which a schema can be drawn and taken back. */
  DESIGNER("xml", "designer");

  private final String extension;
  private final String other;

  DiagramFormat(String extension, String other) {
    this.extension = extension;
    this.other = other;
  }

  /**
   * Returns the format of a file by its extension.
   *
   * @throws RefusedException if it has another one
   */
  public static DiagramFormat of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return Arrays.stream(values())
        .filter(format -> format.extension.equals(extension) || format.other.equals(extension))
        .findFirst()
        .orElseThrow(
            () ->
                RefusedException.because(
                    "%s has no extension of a picture. Name it %s"
                        .formatted(
                            file,
                            Arrays.stream(values())
                                .map(format -> "….".concat(format.extension))
                                .collect(Collectors.joining(", ")))));
  }

  /** Returns whether it can show the difference between two schemas. */
  public boolean showsDifferences() {
    return this == SVG || this == HTML || this == MERMAID;
  }

  /** Returns its usual extension, without a dot. */
  public String extension() {
    return extension;
  }
}
