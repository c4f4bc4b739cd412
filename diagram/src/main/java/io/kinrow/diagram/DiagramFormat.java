package io.kinrow.diagram;

import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats of pictures. */
public enum DiagramFormat {
  /** A picture for pages and documents, light or dark as its reader prefers. */
  SVG("svg"),
  /** One page with search, zoom and the versions of the history; it needs nothing else. */
  HTML("html", "htm"),
  /** The text that GitHub and GitLab draw in Markdown. */
  MERMAID("mmd", "mermaid"),
  /** The text of dbdiagram.io. */
  DBML("dbml");

  private final List<String> extensions;

  DiagramFormat(String... extensions) {
    this.extensions = List.of(extensions);
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
        .filter(format -> format.extensions.contains(extension))
        .findFirst()
        .orElseThrow(
            () ->
                RefusedException.because(
                    "%s has no extension of a picture. Name it %s"
                        .formatted(
                            file,
                            Arrays.stream(values())
                                .map(format -> "….".concat(format.extensions.get(0)))
                                .collect(Collectors.joining(", ")))));
  }

  /** Returns its usual extension, without a dot. */
  public String extension() {
    return extensions.get(0);
  }
}
