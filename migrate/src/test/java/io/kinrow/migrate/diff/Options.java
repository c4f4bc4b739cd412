package io.kinrow.migrate.diff;

import io.kinrow.migrate.compare.ColumnOrder;
import io.kinrow.migrate.compare.DiffOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the options of a case, one a line, as the command line writes them. */
final class Options {

  private Options() {}

  static DiffOptions read(Path file) throws IOException {
    DiffOptions options = DiffOptions.defaults();
    if (!Files.exists(file)) {
      return options;
    }
    for (String line : Files.readAllLines(file)) {
      String[] words = line.strip().split(" ", 2);
      String[] pair = words.length < 2 ? new String[] {"", ""} : words[1].split("=", 2);
      options =
          switch (words[0]) {
            case "--rename" -> options.renameColumn(pair[0], pair[1]);
            case "--rename-table" -> options.renameTable(pair[0], pair[1]);
            case "--fill" -> options.fill(pair[0], pair[1]);
            case "--keep-data" -> options.keepData(true);
            case "--column-order" ->
                options.columnOrder(ColumnOrder.valueOf(words[1].toUpperCase().replace('-', '_')));
            default ->
                throw new IllegalArgumentException("Unknown option in " + file + ": " + line);
          };
    }
    return options;
  }
}
