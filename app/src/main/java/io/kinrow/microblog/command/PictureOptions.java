package io.kinrow.microblog.command;

import io.kinrow.diagram.options.Grouping;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.microblog.Refused;
import io.kinrow.migrate.compare.DiffOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how a picture looks. */
final class PictureOptions {

  private enum Columns {
    ALL,
    KEYS
  }

  @Mixin private DesiredFile desired = new DesiredFile();

  @Option(
      names = "--layout",
      paramLabel = "FILE",
      description =
          "Where tables stand (default: schema/desired.layout; a layout of its own without it).")
  private @Nullable Path layout;

  @Option(
      names = "--save-layout",
      description = "Write where tables stand to that file; those that have a place keep it.")
  private boolean saves;

  @Option(
      names = "--columns",
      paramLabel = "WHICH",
      description = "all, or only those in keys (default: all; keys for more than 60 tables).")
  private @Nullable Columns columns;

  @Option(
      names = "--group",
      paramLabel = "NAME=TABLE[,TABLE…]",
      description =
          "Tables that stand together; * stands for any letters (default: by schema or first word"
              + " for more than 60 tables).")
  private Map<String, String> groups = Map.of();

  @Mixin private RenameOptions renames = new RenameOptions();

  Path desired(boolean required) {
    return required ? desired.get() : desired.named();
  }

  boolean savesPlaces() {
    return saves;
  }

  Path file() {
    return layout == null ? Path.of("schema/desired.layout") : layout;
  }

  LayoutFile save(LayoutFile places) {
    places.write(file());
    return places;
  }

  /**
   * How it is laid out.
   *
   * @throws Refused if a layout file is named that does not exist
   */
  LayoutOptions layout() {
    if (layout != null && !saves && !Files.exists(layout)) {
      throw new Refused("There is no layout " + layout, "Write it: add --save-layout");
    }
    LayoutOptions options =
        LayoutOptions.defaults().positionsIn(file()).groups(Grouping.parse(groups));
    return columns == null ? options : options.keysOnly(columns == Columns.KEYS);
  }

  DiffOptions renames() {
    return renames.addedTo(DiffOptions.defaults());
  }
}
