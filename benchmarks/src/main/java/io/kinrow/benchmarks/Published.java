package io.kinrow.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the table into the documentation, between the markers there. */
final class Published {

  private static final Path PAGE = Path.of("..", "docs", "performance.md");
  private static final String BEGIN = "<!-- table: written by benchmarks/run --publish -->\n";
  private static final String END = "<!-- end of table -->";

  private Published() {}

  static void write(Report report) throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END, begin);
    if (begin < 0 || end < 0) {
      throw new IllegalStateException(PAGE + " has lost its markers " + BEGIN + END);
    }
    Files.writeString(
        PAGE, page.substring(0, begin + BEGIN.length()) + report.table() + page.substring(end));
  }
}
