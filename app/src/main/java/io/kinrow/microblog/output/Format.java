package io.kinrow.microblog.output;

import java.io.PrintWriter;

/** How results are shown. */
public enum Format {
  /** For people: aligned columns. */
  TABLE,
  /** For programs: one JSON value, nothing cut. */
  JSON,
  /** For spreadsheets: RFC 4180 with a header, nothing cut. */
  CSV;

  /**
   * A printer for this format.
   *
   * @param terminal whether a terminal shows it, whose width is limited
   */
  public Printer printer(PrintWriter out, boolean terminal) {
    return switch (this) {
      case TABLE -> new TablePrinter(out, terminal);
      case JSON -> new JsonPrinter(out);
      case CSV -> new CsvPrinter(out);
    };
  }
}
