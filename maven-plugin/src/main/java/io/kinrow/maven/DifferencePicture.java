package io.kinrow.maven;

import io.kinrow.diagram.Diagram;
import io.kinrow.diagram.DiagramFormat;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.diff.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The picture of what a migration changes, beside its script and with the same name. */
record DifferencePicture(Schema old, Schema wanted, DiffOptions renames, @Nullable Path layout) {

  /**
   * The format of an extension.
   *
   * @throws IllegalArgumentException if there is none, or if it cannot show a difference
   */
  static DiagramFormat format(String extension) {
    for (DiagramFormat format : DiagramFormat.values()) {
      if (format.showsDifferences() && format.extension().equals(extension)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "kinrow.picture: '%s' is not a format of pictures of a difference. Use svg, html or mmd"
            .formatted(extension));
  }

  /** Writes it, and returns its file. */
  Path write(DiagramFormat format, Path script) {
    String name = script.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    LayoutOptions options = LayoutOptions.defaults().positionsIn(layout);
    Path file = script.resolveSibling(stem + "." + format.extension());
    try {
      return Files.writeString(
          file, Diagram.difference(stem, old, wanted, renames).draw(format, options).text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
