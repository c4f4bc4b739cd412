package io.kinrow.microblog.output;

import java.io.PrintWriter;

/** How results are shown. */
public enum Format {
  /** For people: aligned columns, long texts cut. */
  TABLE,
  /** For programs: one JSON value, nothing cut. */
  JSON,
  /** For spreadsheets: RFC 4180 with a header, nothing cut. */
  CSV;

  /** A printer for this format. */
  public Printer printer(PrintWriter out) {
    return switch (this) {
      case TABLE -> new TablePrinter(out);
      case JSON -> new JsonPrinter(out);
      case CSV -> new CsvPrinter(out);
    };
  }
}
