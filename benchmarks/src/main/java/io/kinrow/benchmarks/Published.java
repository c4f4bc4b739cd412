package io.kinrow.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the tables into the documentation, between the markers there. */
final class Published {

  private static final Path ROOT = Path.of("..");
  private static final String BEGIN = "<!-- table: written by benchmarks/run --publish -->\n";
  private static final String BEGIN_MIGRATIONS =
      "<!-- table: written by benchmarks/run --migrations --publish -->\n";
  private static final String BEGIN_BUILD =
      "<!-- table: written by benchmarks/run --build --publish -->\n";
  private static final String BEGIN_POSTGRES =
      "<!-- table: written by benchmarks/run --engine=postgresql --publish -->\n";
  private static final String BEGIN_SQL =
      "<!-- table: written by benchmarks/run --sql --publish -->\n";
  private static final String BEGIN_SQL_POSTGRES =
      "<!-- table: written by benchmarks/run --sql --engine=postgresql --publish -->\n";
  private static final String BEGIN_GOAL =
      "<!-- table: written by benchmarks/run --generate --publish -->\n";
  private static final Path PERFORMANCE = ROOT.resolve(Path.of("docs", "performance.md"));
  private static final String END = "<!-- end of table -->";

  private Published() {}

  /** What the generated classes do without SQL, unless nothing of it was measured. */
  static void write(Report report, boolean postgres) throws IOException {
    if (!report.isEmpty()) {
      String begin = postgres ? BEGIN_POSTGRES : BEGIN;
      replace(PERFORMANCE, begin, report.table());
      replace(ROOT.resolve("README.md"), begin, report.summary());
    }
  }

  /** The work with statements of one's own, unless nothing of it was measured. */
  static void writeOwnSql(Report report, boolean postgres) throws IOException {
    if (!report.isEmpty()) {
      replace(PERFORMANCE, postgres ? BEGIN_SQL_POSTGRES : BEGIN_SQL, report.table());
    }
  }

  static void writeMigrations(String table) throws IOException {
    replace(PERFORMANCE, BEGIN_MIGRATIONS, table);
  }

  /** What {@link BuildSpeed} measured. */
  static void writeBuild(String tables) throws IOException {
    replace(PERFORMANCE, BEGIN_BUILD, tables);
  }

  /** What {@link GoalSpeed} measured. */
  static void writeGoal(String table) throws IOException {
    replace(PERFORMANCE, BEGIN_GOAL, table);
  }

  private static void replace(Path file, String marker, String table) throws IOException {
    String page = Files.readString(file);
    int begin = page.indexOf(marker);
    int end = page.indexOf(END, begin);
    if (begin < 0 || end < 0) {
      throw new IllegalStateException(file + " has lost its markers " + marker + END);
    }
    Files.writeString(
        file, page.substring(0, begin + marker.length()) + table + page.substring(end));
  }
}
